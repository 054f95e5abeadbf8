/** What happened to an area, as a table of changes records it. */
export const AREA_CHANGE_KINDS = {
  RECODE: 'The area went on under another code, its boundary redrawn or not.',
  MERGE: 'The area became part of a new one, with others.',
  SPLIT: 'The area was divided; each part is a row of its own.',
} as const;

/** Code of what happened to an area. */
export type AreaChangeKind = keyof typeof AREA_CHANGE_KINDS;

/** What a row about a successor rests on, the weightiest last. */
export const AREA_CHANGE_SOURCES = {
  ACTIVE_CODE: 'A table of codes that names the active one: it may skip areas in between, and gives no day.',
  REGISTER: 'A register of authorities that names what replaced each, with the last day.',
  TABLE_OF_CHANGES: 'A table of changes, made to say what followed what.',
} as const;

/** Code of what a row rests on. */
export type AreaChangeSource = keyof typeof AREA_CHANGE_SOURCES;
