import type { Rule } from '@coop/shared/problems';

const subsection = (letter: string): Rule => ({
  title: 'Localism Act 2011',
  section: `s. 95(5)(${letter})`,
  url: 'https://www.legislation.gov.uk/ukpga/2011/20/section/95',
});

const schedule = (paragraph = ''): Rule => ({
  title: 'Assets of Community Value (England) Regulations 2012 (SI 2012/2421)',
  section: `Sch. 3${paragraph}`,
  url: 'https://www.legislation.gov.uk/uksi/2012/2421/schedule/3',
});

/** A ground on which s. 95(1) does not hold a relevant disposal back. */
export interface ExemptionLaw {
  readonly meaning: string;
  readonly rule: Rule;
  /** True where the ground fails if the obligation or agreement was made while the land was listed. */
  readonly needsEarlierAgreement: boolean;
}

const ground = (meaning: string, rule: Rule, needsEarlierAgreement = false): ExemptionLaw => ({
  meaning,
  rule,
  needsEarlierAgreement,
});

/** The grounds of exemption. Each frees one disposal, to whoever takes under it, and leaves the land listed. */
export const EXEMPTIONS = {
  GIFT: ground('A gift, to trustees of a settlement included.', subsection('a')),
  INHERITANCE: ground(
    'By personal representatives, to somebody entitled under the will or on intestacy.',
    subsection('b'),
  ),
  ESTATE_COSTS: ground(
    'By personal representatives, to raise money for debts, taxes, costs of the estate or legacies.',
    subsection('c'),
  ),
  FAMILY: ground('Between members of a family.', subsection('d')),
  PART_LISTED: ground('Of a larger site in one ownership of which only a part is listed.', subsection('e')),
  GOING_CONCERN: ground(
    'Of land on which a business is carried on, together with the business as a going concern, to one buyer.',
    subsection('f'),
  ),
  TRUSTEE_CHANGE: ground('Because somebody becomes or ceases to be a trustee.', subsection('g')),
  TRUST_ENTITLEMENT: ground(
    'By trustees, to satisfy an entitlement under the trusts or to re-settle on others.',
    subsection('h'),
  ),
  PARTNERSHIP_CHANGE: ground('Because somebody becomes or ceases to be a partner.', subsection('i')),
  COURT_ORDER: ground('Under an order of a court or statutory tribunal.', schedule(' para. 1')),
  SEPARATION: ground(
    'Under a separation agreement of spouses or civil partners, or one about the care of their child.',
    schedule(' para. 2'),
  ),
  INCAPACITY: ground('Under a statutory provision relating to incapacity.', schedule(' para. 3')),
  PLANNING_OBLIGATION: ground(
    'To a particular person as a planning obligation (section 106) requires, entered into when the land was not listed.',
    schedule(' para. 4(1)(a)'),
    true,
  ),
  EARLIER_OPTION: ground(
    'On the exercise of an option, nomination right, pre-emption or right of first refusal, agreed when the land was not listed.',
    schedule(' para. 4(1)(b)'),
    true,
  ),
  MORTGAGEE_SALE: ground('By a lender, in exercise of a power of sale.', schedule()),
  INSOLVENCY: ground('In bankruptcy or other insolvency proceedings.', schedule()),
  COMPULSORY_PURCHASE: ground(
    'By, or by agreement under the threat of, a statutory compulsory purchase.',
    schedule(),
  ),
  GROUP_COMPANY: ground('Between companies of one group.', schedule()),
  CLOSED_CHURCH: ground('Of a closed Church of England church under a pastoral scheme.', schedule()),
  HEALTH_SERVICE: ground('To go on providing health services on the land.', schedule()),
  SCHOOL: ground(
    'To be held for a school (other than an independent one), a further education college or a 16 to 19 academy.',
    schedule(),
  ),
  STATUTORY_REQUIREMENT: ground(
    'Subject to a statutory requirement that could not be met if the moratorium applied.',
    schedule(),
  ),
} as const satisfies Record<string, ExemptionLaw>;

/** A ground of exemption. */
export type ExemptionGround = keyof typeof EXEMPTIONS;
