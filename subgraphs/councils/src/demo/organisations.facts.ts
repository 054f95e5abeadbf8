import type { Identifier } from '../organisations/identifiers.rules';
import type { OrganisationKind } from '../organisations/organisation-kinds.law';

/** An organisation of the demo world. Councils are organisations too; they come from the councils' facts. */
export interface OrganisationFact {
  readonly key: string;
  readonly name: string;
  readonly otherNames: readonly string[];
  readonly kind: OrganisationKind;
  /** Numbers in public registers; none for a body that is made up. */
  readonly identifiers: readonly Identifier[];
  /** What a person declared, where the kind does not decide; null when nobody looked. */
  readonly declaredVcse: boolean | null;
  /** Null where it is not known. */
  readonly isSme: boolean | null;
  /** Code of the council in whose area it is registered or mainly works; null where it works everywhere. */
  readonly area: string | null;
  readonly illustrative: boolean;
}

const OLDHAM = 'E08000004';

type Details = Partial<Pick<OrganisationFact, 'otherNames' | 'declaredVcse' | 'isSme' | 'illustrative'>>;

function body(
  key: string,
  name: string,
  kind: OrganisationKind,
  area: string | null,
  orgIds: readonly (readonly [scheme: Identifier['scheme'], id: string])[],
  details: Details = {},
): OrganisationFact {
  const identifiers = orgIds.map(([scheme, id]) => ({ scheme, id }));
  return {
    key,
    name,
    kind,
    area,
    identifiers,
    otherNames: [],
    declaredVcse: null,
    isSme: null,
    illustrative: false,
    ...details,
  };
}

const madeUp = (key: string, name: string, kind: OrganisationKind, area: string, details: Details = {}) =>
  body(key, name, kind, area, [], { ...details, illustrative: true });

/** Public bodies, charities and societies of the demo world, and some that are made up and named so. */
export const ORGANISATION_FACTS: readonly OrganisationFact[] = [
  body(
    'mahdlo',
    'Mahdlo (Oldham Youth Zone)',
    'CHARITY',
    OLDHAM,
    [
      ['GB-COH', '06946098'],
      ['GB-CHC', '1134427'],
    ],
    { otherNames: ['Mahdlo', 'Oldham Youth Zone'] },
  ),
  body(
    'age-uk-oldham',
    'Age UK Oldham Limited',
    'CHARITY',
    OLDHAM,
    [
      ['GB-COH', '07267880'],
      ['GB-CHC', '1145196'],
    ],
    { otherNames: ['Age UK Oldham'] },
  ),
  body('positive-steps', 'Positive Steps Oldham', 'CHARITY', OLDHAM, [
    ['GB-COH', '02563094'],
    ['GB-CHC', '1017247'],
  ]),
  body('athletic-community-trust', 'Oldham Athletic Community Trust', 'CHARITY', OLDHAM, [
    ['GB-COH', '06035165'],
    ['GB-CHC', '1120894'],
  ]),
  body('personal-advocacy', 'Oldham Personal Advocacy Limited', 'CHARITY', OLDHAM, [
    ['GB-COH', '03562525'],
    ['GB-CHC', '1071467'],
  ]),
  body('play-action', 'Oldham Play Action Group', 'CHARITY', OLDHAM, [['GB-CHC', '511463']]),
  body('delph', 'Delph Community Association', 'CHARITY', OLDHAM, [['GB-CHC', '1115315']]),
  body('denshaw', 'Denshaw Community Association', 'CHARITY', OLDHAM, [['GB-CHC', '1086447']]),
  body('uppermill-stage', 'Uppermill Stage Society', 'CHARITY', OLDHAM, [['GB-CHC', '516125']]),
  body('interfaith', 'Oldham Interfaith Forum', 'CHARITY', OLDHAM, [['GB-COH', 'CE001790']]),
  body('pride', 'Oldham Pride', 'CHARITY', OLDHAM, [['GB-COH', 'CE016702']]),
  body('kershaw', "Dr Kershaw's Hospice", 'CHARITY', OLDHAM, [['GB-CHC', '1105924']]),
  body('first-choice-homes', 'First Choice Homes Oldham Limited', 'COMMUNITY_BENEFIT_SOCIETY', OLDHAM, [
    ['GB-COH', 'IP031138'],
  ]),
  body('community-leisure', 'Oldham Community Leisure Limited', 'COMMUNITY_BENEFIT_SOCIETY', OLDHAM, [
    ['GB-COH', 'IP29372R'],
    ['GB-MPR', '29372R'],
  ]),
  body(
    'credit-union',
    'Oldham Credit Union Limited',
    'CO_OPERATIVE_SOCIETY',
    OLDHAM,
    [
      ['GB-COH', 'IP00676C'],
      ['GB-MPR', '676C'],
    ],
    { declaredVcse: true },
  ),
  body('makers', 'Oldham Makers Limited', 'COMPANY_LIMITED_BY_GUARANTEE', OLDHAM, [['GB-COH', '09835468']], {
    otherNames: ['Hack Oldham'],
  }),
  body(
    'miocare',
    'MioCare Group Community Interest Company',
    'OTHER_PUBLIC_BODY',
    OLDHAM,
    [['GB-COH', '09283278']],
    { otherNames: ['MioCare Group CIC'] },
  ),
  body('unity', 'The Unity Partnership Limited', 'OTHER_PUBLIC_BODY', OLDHAM, [['GB-COH', '05916336']]),
  body(
    'raise-the-youth',
    'Raise the Youth Foundation Community Interest Company',
    'COMMUNITY_INTEREST_COMPANY',
    null,
    [['GB-COH', '07539861']],
  ),
  body('community-integrated-care', 'Community Integrated Care', 'CHARITY', null, [['GB-COH', '02225727']]),
  body('barnardos', "Barnardo's", 'CHARITY', null, [
    ['GB-COH', '00061625'],
    ['GB-CHC', '216250'],
    ['GB-SC', 'SC037605'],
  ]),
  body('pennine-care', 'Pennine Care NHS Foundation Trust', 'NHS_BODY', OLDHAM, [['GB-NHS', 'RT2']]),
  body('gm-police', 'Greater Manchester Police', 'POLICE_OR_FIRE', null, []),
  body('haverhill-town', 'Haverhill Town Council', 'PARISH_COUNCIL', 'E07000245', []),
  body('ilfracombe-town', 'Ilfracombe Town Council', 'PARISH_COUNCIL', 'E07000043', []),
  body('bradford-trident', 'Bradford Trident', 'UNKNOWN', 'E08000032', []),
  body('poplar-harca', 'Poplar HARCA', 'COMMUNITY_BENEFIT_SOCIETY', 'E09000030', []),
  body('paddington', 'Paddington Development Trust', 'COMPANY_LIMITED_BY_GUARANTEE', 'E09000033', []),
  body('balsall-heath', 'Balsall Heath Neighbourhood Forum', 'NEIGHBOURHOOD_FORUM', 'E08000025', []),
  madeUp('example-growers', 'Example Moorland Growers CIC', 'COMMUNITY_INTEREST_COMPANY', OLDHAM, {
    isSme: true,
  }),
  madeUp('example-hall', 'Example Village Hall Committee', 'UNINCORPORATED_GROUP', OLDHAM),
  madeUp('example-care', 'Example Homecare Mutual Limited', 'CO_OPERATIVE_SOCIETY', OLDHAM, {
    declaredVcse: true,
    isSme: true,
  }),
  madeUp('example-print', 'Example Print and Sign Limited', 'COMPANY', OLDHAM, {
    declaredVcse: false,
    isSme: true,
  }),
  madeUp('example-highways', 'Example Highways PLC', 'COMPANY', 'E08000009', {
    declaredVcse: false,
    isSme: false,
  }),
  madeUp(
    'example-norbiton-homes',
    'Example Norbiton Homes Limited',
    'COMMUNITY_BENEFIT_SOCIETY',
    'E09000021',
  ),
  madeUp('example-norbiton-youth', 'Example Norbiton Youth Club', 'UNINCORPORATED_GROUP', 'E09000021'),
  madeUp('example-forum', 'Example Neighbourhood Forum', 'NEIGHBOURHOOD_FORUM', 'E08000021'),
];
