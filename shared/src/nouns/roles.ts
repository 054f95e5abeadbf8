/**
 * The capacities in which somebody may act, each with what it stands for. A token carries exactly one of
 * them, always within a council or an organisation; what a role may do is decided by named rights.
 */
export const ROLES = {
  resident: 'Somebody who lives in the area of the council: proposes, votes, volunteers, follows.',
  staff: 'A member of staff of the council: books and logs volunteering, takes part in a mutual.',
  manager: 'A line manager of the council: approves what members of their staff asked for.',
  officer:
    "An officer of the council: takes the council's decisions under delegated powers and keeps its records.",
  councillor: 'A member of the council: decides with others, spends a ward budget, declares interests.',
  supplier: 'Somebody who acts for an organisation that sells to the council.',
  group:
    'Somebody who acts for a voluntary or community group: nominates, hosts volunteers, asks for a transfer.',
  analyst: 'Reads at large: wider limits for queries, no right to change anything.',
  auditor: 'Reads what is kept for audit, verifies the audit trail, keeps the cases of fraud.',
  partner: 'A system of a partner council or body that composes or calls this graph; wider limits.',
  administrator:
    'Runs the service for a council: imports and exports, settings. Sees no ballot and no sealed bid.',
} as const;

/** A capacity in which somebody acts. */
export type Role = keyof typeof ROLES;

/** True when the value is the name of a role. */
export function isRole(value: unknown): value is Role {
  return typeof value === 'string' && Object.hasOwn(ROLES, value);
}
