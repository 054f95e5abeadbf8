/** What a co-operative council commits itself to: paragraph 10 of the paper of June 2012. */
export const CO_OPERATIVE_APPROACHES = {
  ASSETS_TO_COMMUNITIES: 'Land and buildings go to communities, in ownership or in their care.',
  EMPLOYEE_LED_MUTUALS: 'Staff may take services out into mutuals of their own.',
  NEIGHBOURHOOD_LEVEL_SERVICES: 'Services are run and answered for in the neighbourhood.',
  STAFF_VOLUNTEERING: 'Staff lend time and skills to local groups in paid hours.',
  DEVOLVED_BUDGETS: 'Neighbourhoods and ward councillors decide on money of their own.',
} as const;

/** Code of an approach. */
export type CoOperativeApproach = keyof typeof CO_OPERATIVE_APPROACHES;

/** Who made a co-operative commitment. */
export const COMMITMENT_MAKERS = {
  COUNCIL: 'The council itself.',
  OPPOSITION_GROUP: 'A group on the council that does not lead it.',
} as const;

/** Code of who made a commitment. */
export type CommitmentMaker = keyof typeof COMMITMENT_MAKERS;
