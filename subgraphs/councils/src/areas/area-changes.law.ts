/** What happened to an area, as a table of changes records it. */
export const AREA_CHANGE_KINDS = {
  RECODE: 'The area went on under another code, its boundary redrawn or not.',
  MERGE: 'The area became part of a new one, with others.',
  SPLIT: 'The area was divided; each part is a row of its own.',
} as const;

/** Code of what happened to an area. */
export type AreaChangeKind = keyof typeof AREA_CHANGE_KINDS;
