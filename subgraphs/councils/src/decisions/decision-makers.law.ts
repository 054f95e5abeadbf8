/** Who may have taken a decision. */
export const DECISION_MAKERS = {
  FULL_COUNCIL: 'All councillors at a meeting of the council.',
  CABINET: 'The executive, or a committee of it, at a meeting.',
  CABINET_MEMBER: 'One member of the executive alone; an elected mayor included.',
  COMMITTEE: 'A committee, sub-committee or joint committee of the council.',
  WARD_COUNCILLOR:
    'A councillor for his or her own ward (Local Government and Public Involvement in Health Act 2007 s. 236).',
  OFFICER: 'An officer to whom the decision was delegated.',
} as const;

/** Code of who took a decision. */
export type DecisionMaker = keyof typeof DECISION_MAKERS;

/** How a decision came to an officer. */
export const DELEGATIONS = {
  EXPRESS: 'This decision was expressly delegated to the officer.',
  GENERAL: 'A standing authorisation lets officers take decisions of this kind.',
} as const;

/** Code of how a decision came to an officer. */
export type Delegation = keyof typeof DELEGATIONS;
