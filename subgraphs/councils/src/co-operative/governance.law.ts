import type { Rule } from '@coop/shared/problems';
import { lawTable } from '@coop/shared/law';

/** How a council is governed: paragraph 8 of the paper of June 2012. */
export const GOVERNANCE_FORMS = {
  LEADER_AND_CABINET: 'A leader whom the council elects, and a cabinet.',
  MAYOR_AND_CABINET: 'A mayor whom the people elect, and a cabinet.',
  COMMITTEE_SYSTEM: 'Committees of councillors decide; there is no executive.',
  PRESCRIBED_ARRANGEMENTS: 'Other arrangements that the Secretary of State has prescribed.',
  COMBINED_AUTHORITY: 'A mayor or chair and the constituent councils.',
  OTHER: 'Under the law of Scotland, Wales or Northern Ireland.',
} as const;

/** Code of how a council is governed. */
export type GovernanceForm = keyof typeof GOVERNANCE_FORMS;

/** What an English council may choose, and how soon again. */
export interface GovernanceLaw {
  readonly forms: readonly GovernanceForm[];
  /** Years from one resolution to change to the next, unless a referendum approved. */
  readonly yearsBetweenResolutions: number;
  readonly resolution: Rule;
}

const PART_1A = (section: string, path: string): Rule => ({
  title: 'Local Government Act 2000, as the Localism Act 2011 Sch. 2 puts it',
  section,
  url: `https://www.legislation.gov.uk/ukpga/2000/22/section/${path}`,
});

/** Forms of governance that English councils may operate, since the Localism Act gave back the committee system. */
export const GOVERNANCE_LAW = lawTable<GovernanceLaw>('forms of governance', [
  {
    from: '2012-05-04',
    until: null,
    source: PART_1A('s. 9B', '9B'),
    value: {
      forms: ['LEADER_AND_CABINET', 'MAYOR_AND_CABINET', 'COMMITTEE_SYSTEM', 'PRESCRIBED_ARRANGEMENTS'],
      yearsBetweenResolutions: 5,
      resolution: PART_1A('s. 9KC', '9KC'),
    },
  },
]);
