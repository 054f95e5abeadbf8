// Threads that a test starts run the sources, as the test does. A program started with register.cjs hands that on to
// its threads by itself; jest, which compiles for itself alone, does not.
const { join } = require('node:path');

jest.mock('node:worker_threads', () => {
  const threads = jest.requireActual('node:worker_threads');
  class Worker extends threads.Worker {
    constructor(program, options) {
      super(program, { execArgv: ['-C', 'source', '-r', join(__dirname, 'register.cjs')], ...options });
    }
  }
  return { ...threads, Worker };
});
