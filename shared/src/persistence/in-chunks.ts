/** A mark for each value of a list, for a statement written by hand: `IN (${marks(ids)})`. */
export const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ');

/**
 * Runs a query over a long list piece by piece, under the databases' limits for parameters, and puts the
 * answers together in order.
 * @param size how many items a statement may take; 500 is a good one for ids
 */
export async function inChunks<Item, Result>(
  items: readonly Item[],
  size: number,
  work: (chunk: Item[]) => Promise<readonly Result[]>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let start = 0; start < items.length; start += size)
    // One by one: as arguments of one call, a hundred thousand answers to one piece overflow the stack.
    for (const result of await work(items.slice(start, start + size))) results.push(result);
  return results;
}
