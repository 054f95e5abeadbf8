// Loaded into a program that imports, before its own code. Every row becomes new objects, and V8 would let hundreds of
// megabytes of them gather before it cleans up, where the machine has them: the heap may grow by a fifth of what is in
// use instead of doubling. Node has no option of its own for it; a V8 that does not know it says so and goes on without.
require('node:v8').setFlagsFromString('--heap-growing-percent=20');
