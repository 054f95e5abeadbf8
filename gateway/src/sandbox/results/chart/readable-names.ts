/** Parts of a column's path that only say how the answer is built. */
const BUILT = new Set(['nodes', 'node', 'edges', 'rows', 'groups']);

/**
 * What columns are called where people read them: `spendSummary.rows.total.amount` is "Total amount". The last two
 * words of the path that say something, or more where two columns would be called alike.
 */
export function readableNames(names: readonly string[]): Readonly<Record<string, string>> {
  const parts = new Map(names.map((name) => [name, sayingParts(name)]));
  const called = (name: string, length: number) => inWords((parts.get(name) ?? [name]).slice(-length));
  return Object.fromEntries(
    names.map((name) => {
      const longest = parts.get(name)?.length ?? 1;
      let length = Math.min(2, longest);
      while (
        length < longest &&
        names.some((other) => other !== name && called(other, length) === called(name, length))
      )
        length += 1;
      const short = called(name, length);
      const isAlone = names.every((other) => other === name || called(other, length) !== short);
      // Not even the whole path tells them apart once it is put in words.
      return [name, isAlone ? short : `${short} (${name})`];
    }),
  );
}

function sayingParts(name: string): readonly string[] {
  const parts = name.split('.');
  const saying = parts.filter((part) => !BUILT.has(part) && !/^\d+$/.test(part));
  return saying.length > 0 ? saying : parts;
}

/** `paymentCount` is "Payment count"; capitals that stand together stay: `UPRN`. */
function inWords(parts: readonly string[]): string {
  const words = parts
    .join(' ')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/_/g, ' ')
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => (/^[A-Z\d]{2,}$/.test(word) ? word : word.toLowerCase()))
    .join(' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
