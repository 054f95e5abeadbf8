/** Words of a council's name that many councils share, and how names of councils are shortened. */
const COMMON =
  /\b(?:the|of|and|city|council|borough|boroughs|metropolitan|district|county|london|royal|unitary|authority|combined|corporation|mdc|wmdc|mbc|cmbc|cmdc|bc|cc|dc|dmbc|smbc|lb|rb|rbk|common|council's|upon|st|gov|uk|mayor|burgesses)\b/g;

/** The words by which one council is told from another: `The Borough of Calderdale` is *calderdale*. */
export function tellingWords(name: string): string[] {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z' ]+/g, ' ')
    .replace(COMMON, ' ')
    .split(/\s+/)
    .filter((word) => word.length > 2);
}

/** GSS codes in a cell: padded, in lower case, or inside an address. */
export function gssCodesIn(text: string): string[] {
  return [...text.toUpperCase().matchAll(/(?<![A-Z0-9])[EWSN](?:0[6-9]|10|47|12|06)\d{6}(?![0-9])/g)].map(
    ([code]) => code,
  );
}

/**
 * Whether a file that names a body means this council.
 * @param named what the file calls the body
 * @param council the GSS code of the council, and its names where they are known
 * @returns null where it cannot be told
 */
export function meansCouncil(
  named: string,
  council: { readonly gssCode: string; readonly names: readonly string[] },
): boolean | null {
  const codes = gssCodesIn(named);
  if (codes.length > 0) return codes.includes(council.gssCode);
  const words = tellingWords(named.replace(/https?:\/\/\S*\/(?=[^/]+$)/i, ''));
  if (words.length === 0 || council.names.length === 0 || /^https?:/i.test(named)) {
    const slug = /^https?:.*\/([a-z][a-z-]+)\/?$/i.exec(named)?.[1];
    if (!slug || council.names.length === 0) return null;
    return shares(tellingWords(slug.replaceAll('-', ' ')), council.names);
  }
  return shares(words, council.names);
}

function shares(words: readonly string[], names: readonly string[]): boolean | null {
  if (words.length === 0) return null;
  const known = new Set(names.flatMap(tellingWords));
  return words.some((word) => known.has(word));
}
