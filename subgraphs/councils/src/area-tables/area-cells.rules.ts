import { readAreaCode } from '../areas/area-code.rules';

/** What a row says, or why it cannot be used. */
export type Read<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly reason: string };

/** The code of a council or a ward in a cell. */
export function readCode(text: string | null, wanted: 'COUNCIL' | 'WARD'): Read<string> {
  if (text === null) return { ok: false, reason: 'It has no code.' };
  const decision = readAreaCode(text, wanted);
  if (decision.ok) return { ok: true, value: decision.gssCode };
  return { ok: false, reason: decision.problems.map(({ message }) => message).join(' ') };
}

/** A name in a cell as people write it: single spaces, none at the ends; null when there is none. */
export function readName(text: string | null): { readonly name: string | null; readonly hadBlanks: boolean } {
  const name = (text ?? '').replace(/\s+/g, ' ').trim();
  return { name: name === '' ? null : name, hadBlanks: text !== null && name !== '' && name !== text };
}

/** The English region of a council; the tables put the name of the country there elsewhere. */
export function regionOf(gssCode: string, text: string | null): string | null {
  return gssCode.startsWith('E') ? text : null;
}

/** The year in a header such as `WD24CD`, or null. */
export function yearInHeader(header: string | undefined): number | null {
  const match = /^\D+(\d\d)\D+$/.exec(header ?? '');
  return match ? 2000 + Number(match[1]) : null;
}
