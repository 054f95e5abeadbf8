import type { Rule } from '@coop/shared/problems';

/** Whether the record of a decision is shown to everybody. */
export const DECISION_PUBLICITY = {
  PUBLIC: 'Everybody may read it.',
  EXEMPT:
    'Withheld as exempt information (Local Government Act 1972 Sch. 12A): shown to the council’s officers and auditors only.',
  CONFIDENTIAL:
    'Withheld as confidential information, given by a government department or closed by law or court (Local Government Act 1972 s. 100A(3)): shown to the council’s officers and auditors only.',
} as const;

/** Code of whether a record is public. */
export type DecisionPublicity = keyof typeof DECISION_PUBLICITY;

/** Why information is exempt: the paragraphs of Part 1 of Schedule 12A. */
export const EXEMPT_GROUNDS = {
  INDIVIDUAL: 'Paragraph 1: about an individual.',
  IDENTITY: 'Paragraph 2: likely to reveal who an individual is.',
  BUSINESS_AFFAIRS: 'Paragraph 3: about somebody’s financial or business affairs, the council’s included.',
  LABOUR_RELATIONS: 'Paragraph 4: about consultations or negotiations on a labour relations matter.',
  LEGAL_PRIVILEGE: 'Paragraph 5: covered by legal professional privilege.',
  NOTICE_OR_ORDER: 'Paragraph 6: reveals that the council proposes a notice, order or direction.',
  PREVENTION_OF_CRIME: 'Paragraph 7: about preventing, investigating or prosecuting crime.',
} as const;

/** Code of why information is exempt. */
export type ExemptGround = keyof typeof EXEMPT_GROUNDS;

/** Exempt information of English councils. */
export const EXEMPT_RULE: Rule = {
  title: 'Local Government Act 1972',
  section: 'Sch. 12A Part 1',
  url: 'https://www.legislation.gov.uk/ukpga/1972/70/schedule/12A',
};
