import { Writable } from 'node:stream';
import { showProgress } from '.';

function output(isTTY: boolean) {
  let text = '';
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      text += chunk.toString();
      done();
    },
  });
  return { stream: Object.assign(stream, { isTTY }), text: () => text };
}

test('away from a terminal there is one plain line at the end and nothing else', () => {
  const { stream, text } = output(false);
  const progress = showProgress(stream, 'assets.csv', 1000);
  progress.update(500, 10);
  expect(text()).toBe('');
  progress.done('20 imported');
  expect(text()).toBe('assets.csv: 20 imported\n');
});

test('on a terminal there is a bar, which gives way to the summary', () => {
  const { stream, text } = output(true);
  const progress = showProgress(stream, 'assets.csv', 1000);
  progress.update(2000, 10);
  progress.done('20 imported');
  expect(text()).toContain('assets.csv [');
  expect(text().endsWith('assets.csv: 20 imported\n')).toBe(true);
});
