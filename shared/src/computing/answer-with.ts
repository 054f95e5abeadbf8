import { parentPort, workerData } from 'node:worker_threads';
import type { Answered } from './compute';

/**
 * The whole of a program that `compute` runs: works out its answer from what it was given, and ends. In any other
 * thread than one of `compute` it does nothing.
 */
export function answerWith<Input, Output>(work: (input: Input) => Output): void {
  if (!parentPort) return;
  const answer: Answered<Output> = { output: work(workerData as Input) };
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window's
  parentPort.postMessage(answer);
}
