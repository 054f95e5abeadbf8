import { isGssCode } from '../nouns';
import { GraphUnavailable, type GraphPort } from './graph-port';

/** Councils asked for in one query: within the limits of whoever asks without a token. */
const AT_ONCE = 10;

/** What the directory says of the councils that somebody named, in words for that person. */
export interface NamedCouncils {
  /** Why nothing can be done for them: there is one that the directory does not know; null otherwise. */
  readonly refusal: string | null;
  /** That it could not be asked, and they were taken as given; null otherwise. */
  readonly remark: string | null;
}

/** What each graph has told of already: a council stays one, and whoever asks again asks nobody. */
const KNOWN = new WeakMap<GraphPort, Set<string>>();

/** Nothing to say: no council is named, or each is known, present or abolished. */
const NOTHING: NamedCouncils = { refusal: null, remark: null };

/**
 * Asks the directory for the councils that an option names. A code is a slip of the pen away from another: rows under
 * one that is nobody's are found by nobody. It is asked once for each council that there is, and no further than to the
 * first that there is not, so that nobody can make it ask much by naming many.
 * @param said codes with commas between them; what has not the form of a code is not looked at
 */
export async function askForCouncils(
  graph: GraphPort,
  said: unknown,
  caller: Parameters<GraphPort['ask']>[2],
): Promise<NamedCouncils> {
  const words = typeof said === 'string' ? said.split(',').map((word) => word.trim()) : [];
  const known = KNOWN.get(graph) ?? new Set();
  KNOWN.set(graph, known);
  const codes = [...new Set(words.filter((word) => isGssCode(word) && !known.has(word)))];
  try {
    for (let start = 0; start < codes.length; start += AT_ONCE) {
      const asked = codes.slice(start, start + AT_ONCE);
      const unknown = await firstUnknown(graph, asked, caller);
      if (unknown !== undefined) return { ...NOTHING, refusal: refusalOf(unknown) };
      for (const code of asked) known.add(code);
    }
    return NOTHING;
  } catch (error) {
    if (!(error instanceof GraphUnavailable)) throw error;
    const remark = `The directory could not be asked whether there is a council ${codes.join(', ')}: it was taken as given.`;
    return { ...NOTHING, remark };
  }
}

async function firstUnknown(
  graph: GraphPort,
  codes: readonly string[],
  caller: Parameters<GraphPort['ask']>[2],
): Promise<string | undefined> {
  const variables = codes.map((_, at) => `$code${at}: ID!`);
  const fields = codes.map((_, at) => `council${at}: council(gssCode: $code${at}) { gssCode }`);
  const answer = await graph.ask<Record<string, object | null>>(
    `query (${variables.join(', ')}) { ${fields.join(' ')} }`,
    Object.fromEntries(codes.map((code, at) => [`code${at}`, code])),
    caller,
  );
  return codes.find((_, at) => answer[`council${at}`] === null);
}

const refusalOf = (code: string): string =>
  `The directory knows no council ${code}. The query { councils(filter: { nameStartsWith: "Old" }) { nodes { name gssCode } } } ` +
  'finds the codes of those that it knows; npm run coop -- import areas FILE reads the official table of all.';
