// Loaded into a program that imports, before its own code: every row becomes a new object, and V8 would let hundreds of
// megabytes of them gather before it cleans up, where the machine has them. The heap may grow by a fifth of what is in
// use instead of doubling. That costs an import no time that can be measured.
require('node:v8').setFlagsFromString('--heap-growing-percent=20');
