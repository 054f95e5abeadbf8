import { lawTable, type LawTable } from '@coop/shared/law';

/** What a record must hold beside the decision and its day, which every record holds. */
export const RECORD_PARTS = {
  REASONS: 'The reasons for the decision.',
  ALTERNATIVES: 'The options that were considered and rejected, or that there were none.',
  CONFLICTS: 'Conflicts of interest that members declared.',
  DISPENSATIONS: 'A note of any dispensation for a conflict that was declared.',
} as const;

/** Code of a part of a record. */
export type RecordPart = keyof typeof RECORD_PARTS;

/** What a record of one kind of decision needs. */
export interface RecordRequirement {
  readonly needs: readonly RecordPart[];
  /** True where the duty is for key decisions only. */
  readonly keyDecisionsOnly: boolean;
}

/** Kinds of decision that the law asks different records of. */
export type RecordKind =
  | 'COUNCIL_MEETING'
  | 'EXECUTIVE_MEETING'
  | 'EXECUTIVE_MEMBER'
  | 'EXECUTIVE_OFFICER'
  | 'DELEGATED_OFFICER'
  | 'WARD_COUNCILLOR';

const EXECUTIVE_PARTS = ['REASONS', 'ALTERNATIVES', 'CONFLICTS', 'DISPENSATIONS'] as const;

const REGULATIONS_2000 = (section: string, regulation: number) => ({
  title:
    'Local Authorities (Executive Arrangements) (Access to Information) (England) Regulations 2000 (SI 2000/3272)',
  section,
  url: `https://www.legislation.gov.uk/uksi/2000/3272/regulation/${regulation}/made`,
});
const REGULATIONS_2012 = (section: string, regulation: number) => ({
  title:
    'Local Authorities (Executive Arrangements) (Meetings and Access to Information) (England) Regulations 2012 (SI 2012/2089)',
  section,
  url: `https://www.legislation.gov.uk/uksi/2012/2089/regulation/${regulation}`,
});

function executiveTable(
  name: string,
  before: string,
  since: string,
  regulations: [number, number],
  keyOnly: boolean,
) {
  return lawTable<RecordRequirement>(name, [
    {
      from: '2001-01-09',
      until: '2012-09-09',
      source: REGULATIONS_2000(before, regulations[0]),
      value: { needs: EXECUTIVE_PARTS, keyDecisionsOnly: keyOnly },
    },
    {
      from: '2012-09-10',
      until: null,
      source: REGULATIONS_2012(since, regulations[1]),
      value: { needs: EXECUTIVE_PARTS, keyDecisionsOnly: false },
    },
  ]);
}

/** What the law asks of records, by kind of decision and day. England. */
export const DECISION_RECORDS: Readonly<Record<RecordKind, LawTable<RecordRequirement>>> = {
  COUNCIL_MEETING: lawTable<RecordRequirement>('minutes of the council and its committees', [
    {
      from: '1986-04-01',
      until: null,
      source: {
        title: 'Local Government Act 1972',
        section: 's. 100C and Sch. 12 para. 41',
        url: 'https://www.legislation.gov.uk/ukpga/1972/70/section/100C',
      },
      value: { needs: [], keyDecisionsOnly: false },
    },
  ]),
  EXECUTIVE_MEETING: executiveTable('records of executive meetings', 'reg. 3', 'reg. 12', [3, 12], false),
  EXECUTIVE_MEMBER: executiveTable(
    'records of executive members',
    'reg. 4(1)–(2)',
    'reg. 13(1)–(2)',
    [4, 13],
    false,
  ),
  EXECUTIVE_OFFICER: executiveTable(
    'records of executive decisions of officers',
    'reg. 4(4)',
    'reg. 13(4)',
    [4, 13],
    true,
  ),
  DELEGATED_OFFICER: lawTable<RecordRequirement>('records of other decisions of officers', [
    {
      from: '2014-08-06',
      until: null,
      source: {
        title: 'Openness of Local Government Bodies Regulations 2014 (SI 2014/2095)',
        section: 'reg. 7',
        url: 'https://www.legislation.gov.uk/uksi/2014/2095/regulation/7',
      },
      value: { needs: ['REASONS', 'ALTERNATIVES', 'CONFLICTS'], keyDecisionsOnly: false },
    },
  ]),
  WARD_COUNCILLOR: lawTable<RecordRequirement>('records of ward councillors', [
    {
      from: '2009-04-01',
      until: null,
      source: {
        title: 'Exercise of Functions by Local Councillors (Written Records) Regulations 2009 (SI 2009/352)',
        section: 'reg. 2',
        url: 'https://www.legislation.gov.uk/uksi/2009/352/regulation/2/made',
      },
      value: { needs: [], keyDecisionsOnly: false },
    },
  ]),
};
