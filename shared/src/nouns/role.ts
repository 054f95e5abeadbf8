/** What somebody is in a council or an organisation. */
export const ROLES = [
  'resident',
  'staff',
  'manager',
  'officer',
  'councillor',
  'supplier',
  'group',
  'analyst',
  'auditor',
  'partner',
  'administrator',
] as const;

/** One of the roles that a token may name. */
export type Role = (typeof ROLES)[number];
