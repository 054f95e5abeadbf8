// A program for the tests: it does what it is told to.
import { answerWith } from '.';

/** What the program is told. */
export type Example =
  | { readonly what: 'add'; readonly numbers: readonly number[] }
  | { readonly what: 'wait'; readonly gate: SharedArrayBuffer }
  | { readonly what: 'never end' }
  | { readonly what: 'take memory' }
  | { readonly what: 'fail' }
  | { readonly what: 'leave' };

function work(example: Example): unknown {
  switch (example.what) {
    case 'add':
      return example.numbers.reduce((sum, number) => sum + number, 0);
    case 'wait': {
      const gate = new Int32Array(example.gate);
      // Says that it is there, and stands still, its thread with it, until the gate is opened.
      Atomics.store(gate, 0, 1);
      Atomics.notify(gate, 0);
      Atomics.wait(gate, 1, 0);
      return 'let through';
    }
    case 'never end':
      for (;;);
    case 'take memory': {
      const held: string[][] = [];
      for (;;) held.push(Array.from({ length: 10_000 }, (_, index) => `${held.length} ${index}`));
    }
    case 'fail':
      throw new RangeError('It cannot be worked out.');
    case 'leave':
      return process.exit(3);
  }
}

answerWith(work);
