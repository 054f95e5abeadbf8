import { inChunks } from './in-chunks';

test('answers are put together in the order of what was asked, by pieces of the size', async () => {
  const pieces: number[][] = [];
  const answers = await inChunks([1, 2, 3, 4, 5], 2, async (piece) => {
    pieces.push(piece);
    return piece.map((item) => item * 10);
  });
  expect(pieces).toEqual([[1, 2], [3, 4], [5]]);
  expect(answers).toEqual([10, 20, 30, 40, 50]);
});

test('one piece may have hundreds of thousands of answers', async () => {
  const answers = await inChunks([1], 500, () => Promise.resolve(Array.from({ length: 500_000 }, () => 7)));
  expect(answers).toHaveLength(500_000);
});
