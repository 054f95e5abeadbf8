import { failureText, runUntilSignal, SettingsError, type ProcessLike } from '.';

/** A process that only notes what is done to it. */
class NotedProcess implements ProcessLike {
  readonly codes: number[] = [];
  text = '';
  private readonly listeners = new Map<string, () => void>();
  readonly stderr = { write: (text: string) => (this.text += text) };
  on(signal: string, listener: () => void): void {
    this.listeners.set(signal, listener);
  }
  exit(code: number): void {
    this.codes.push(code);
  }
  send(signal: 'SIGINT' | 'SIGTERM'): void {
    this.listeners.get(signal)?.();
  }
}

test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s closes what runs, and then the process ends well',
  async (signal) => {
    const host = new NotedProcess();
    const done: string[] = [];
    const run = runUntilSignal(async () => {
      setImmediate(() => host.send(signal));
      return { close: async () => void done.push('closed') };
    }, host);
    await run;
    expect([done, host.codes, host.text]).toEqual([['closed'], [0], '']);
  },
);

test('a signal that comes while it starts is not lost', async () => {
  const host = new NotedProcess();
  await runUntilSignal(async () => {
    host.send('SIGTERM');
    return { close: async () => undefined };
  }, host);
  expect(host.codes).toEqual([0]);
});

test('a second signal ends it at once', async () => {
  const host = new NotedProcess();
  await runUntilSignal(async () => {
    host.send('SIGINT');
    host.send('SIGINT');
    return { close: async () => undefined };
  }, host);
  expect(host.codes[0]).toBe(130);
});

test('what a person can mend is one line, without a stack, and exit code 1', async () => {
  const host = new NotedProcess();
  const failing = async () => Promise.reject(new SettingsError('PORT is taken:\n  set another.'));
  await runUntilSignal(failing, host);
  expect([host.codes, host.text]).toEqual([[1], 'PORT is taken: set another.\n']);
});

test('a fault of its own is shown with its stack', () => {
  expect(failureText(new Error('odd'))).toContain('run.test.ts');
  expect(failureText('a text')).toBe('a text');
});
