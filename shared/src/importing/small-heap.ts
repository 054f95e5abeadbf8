import { setFlagsFromString } from 'node:v8';

/** By how many hundredths the heap may grow beyond what is in use before it is cleaned up; V8 lets it double otherwise. */
const GROWTH = 20;

/**
 * Keeps the heap of this process close to what is in use: an import makes a new object of every row, and V8 would let
 * hundreds of megabytes of them gather where the machine has the memory. Costs an import no time that can be measured.
 * To be called first, by programs that only import; a server has its own rows in memory for moments only.
 */
export function keepHeapSmall(): void {
  setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
}
