/** A nine-character code of the Government Statistical Service: `E08000004`. */
export type GssCode = string;

/** True for text in the form of a GSS code; whether such an area exists is the directory's to say. */
export function isGssCode(text: unknown): text is GssCode {
  return typeof text === 'string' && /^[EWSNKJLM]\d{8}$/.test(text);
}

/** Entities of the code whose areas are wards, by nation. */
const WARD_ENTITIES = ['E05', 'W05', 'S13', 'N08', 'N10'];

/** True for text in the form of a GSS code of a ward: `E05013941`, and not `E09000021`, which is a council's. */
export function isWardCode(text: unknown): text is GssCode {
  return isGssCode(text) && WARD_ENTITIES.includes(text.slice(0, 3));
}

/** The global id of an area of a kind, made from its code: `council_E08000004`. */
export function areaId(kind: 'council' | 'ward', gssCode: GssCode): string {
  return `${kind}_${gssCode}`;
}

/** The GSS code inside the global id of an area, or null when the id is not of that kind. */
export function gssCodeOfId(kind: 'council' | 'ward', id: string): GssCode | null {
  const code = id.startsWith(`${kind}_`) ? id.slice(kind.length + 1) : '';
  return isGssCode(code) ? code : null;
}
