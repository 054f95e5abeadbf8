import type { Rule } from '@coop/shared/problems';
import { lawTable } from '@coop/shared/law';

const LOCALISM_ACT = (section: string, number: number): Rule => ({
  title: 'Localism Act 2011',
  section,
  url: `https://www.legislation.gov.uk/ukpga/2011/20/section/${number}`,
});

/** Figures and provisions on members' disclosable pecuniary interests. */
export interface InterestLaw {
  /** Who has an interest takes no part in discussion or vote at a meeting. */
  readonly atMeetings: Rule;
  /** Who would decide alone takes no step in the matter. */
  readonly alone: Rule;
  /** Days, the day of the event counted, in which an interest is notified to the monitoring officer. */
  readonly notificationDays: number;
  readonly notification: Rule;
  /** Years that a dispensation may last at most. */
  readonly longestDispensationYears: number;
  readonly dispensation: Rule;
}

/** Disclosable pecuniary interests of councillors in England, by day. */
export const INTEREST_LAW = lawTable<InterestLaw>('disclosable pecuniary interests', [
  {
    from: '2012-07-01',
    until: null,
    source: LOCALISM_ACT('ss. 29–34', 31),
    value: {
      atMeetings: LOCALISM_ACT('s. 31(4)', 31),
      alone: LOCALISM_ACT('s. 31(8)', 31),
      notificationDays: 28,
      notification: LOCALISM_ACT('s. 30(1)', 30),
      longestDispensationYears: 4,
      dispensation: LOCALISM_ACT('s. 33', 33),
    },
  },
]);

/** Having shown a view before is not taken for a closed mind. */
export const PRIOR_VIEWS_LAW = lawTable<null>('prior indications of view', [
  { from: '2012-01-15', until: null, source: LOCALISM_ACT('s. 25', 25), value: null },
]);

/** On what ground a dispensation is granted: Localism Act 2011 s. 33(2)(a) to (e). */
export const DISPENSATION_GROUNDS = {
  BUSINESS_IMPEDED: '(a) So many would be kept out that the business could not be done.',
  POLITICAL_BALANCE:
    '(b) The balance of political groups would be so upset that the vote might go otherwise.',
  INTERESTS_OF_RESIDENTS: '(c) It is in the interests of people who live in the area.',
  WHOLE_EXECUTIVE: '(d) Every member of the executive would be kept out; executive arrangements only.',
  OTHERWISE_APPROPRIATE: '(e) It is otherwise appropriate.',
} as const;

/** Code of the ground of a dispensation. */
export type DispensationGround = keyof typeof DISPENSATION_GROUNDS;

/** Which restriction of s. 31(4) a dispensation lifts. */
export const DISPENSED_RESTRICTIONS = {
  DISCUSSION: 'The councillor may take part in the discussion.',
  VOTE: 'The councillor may vote.',
} as const;

/** Code of a restriction that a dispensation lifts. */
export type DispensedRestriction = keyof typeof DISPENSED_RESTRICTIONS;
