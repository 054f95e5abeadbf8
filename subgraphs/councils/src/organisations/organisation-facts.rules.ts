import { problem, type Problem, type Rule } from '@coop/shared/problems';
import type { LocalDate } from '@coop/shared/time';
import { IDENTIFIER_SCHEMES } from './identifier-schemes';
import type { Identifier } from './identifiers.rules';
import { PUBLIC_KINDS, vcseByKind, type OrganisationKind } from './organisation-kinds.law';
import { SME_LIMITS } from './sme.law';

/** What a voluntary, community or social enterprise body is, for the published figures. */
export const VCSE_RULE: Rule = {
  title: 'Local Government Transparency Code 2015',
  section: 'para. 32 and the annex (contracts with VCSE organisations)',
  url: 'https://www.gov.uk/government/publications/local-government-transparency-code-2015',
};

/** What is known of an organisation that bears on whether it is VCSE. */
export interface VcseEvidence {
  readonly kind: OrganisationKind;
  readonly identifiers: readonly Identifier[];
  /** What a person found on looking at its objects; null when nobody looked. */
  readonly declared: boolean | null;
}

/** An answer that may be unknown, and where it comes from. */
export interface Finding {
  /** Null when it is not known: never shown as false. */
  readonly value: boolean | null;
  readonly because: string;
}

/**
 * Whether an organisation is VCSE: by its kind where that decides, by a number in a register of charities, by
 * what a person declared; otherwise unknown.
 */
export function findVcse(evidence: VcseEvidence): Finding {
  if (PUBLIC_KINDS.has(evidence.kind)) return { value: false, because: 'It is under public control.' };
  const byKind = vcseByKind(evidence.kind);
  if (byKind !== null) return { value: byKind, because: `It is of the kind ${words(evidence.kind)}.` };
  const charity = evidence.identifiers.find((one) => ['GB-CHC', 'GB-SC', 'GB-NIC'].includes(one.scheme));
  if (charity) return { value: true, because: `It is in the ${IDENTIFIER_SCHEMES[charity.scheme].name}.` };
  if (evidence.declared !== null)
    return { value: evidence.declared, because: 'A person looked at its objects and said so.' };
  return { value: null, because: 'Its kind does not decide, and nobody has looked at its objects.' };
}

/** What is wrong with what a person says of a body, where its kind decides the matter the other way. */
export function declarationProblems(
  kind: OrganisationKind,
  declared: { readonly vcse: boolean | null; readonly sme: boolean | null },
): Problem[] {
  const problems: Problem[] = [];
  const decided = vcseByKind(kind);
  if (decided !== null && declared.vcse !== null && declared.vcse !== decided)
    problems.push(
      problem.ineligible(`A body of the kind ${words(kind)} is ${decided ? 'always' : 'never'} VCSE.`, {
        path: ['declaredVcse'],
        rule: VCSE_RULE,
      }),
    );
  if (PUBLIC_KINDS.has(kind) && declared.sme === true)
    problems.push(
      problem.ineligible('A body under public control is never an SME.', { path: ['declaredSme'] }),
    );
  return problems;
}

/** Size of an organisation as its last accounts state it; null for what is not known. */
export interface SizeEvidence {
  readonly kind: OrganisationKind;
  /** People employed. */
  readonly staff: number | null;
  /** Yearly turnover in hundredths of `currency`. */
  readonly turnover: number | null;
  /** Balance sheet total in hundredths of `currency`. */
  readonly balanceSheet: number | null;
  readonly currency: 'EUR' | 'GBP';
}

/**
 * Whether an organisation is a small or medium-sized enterprise on a day, by the limits that held on it. Sums in
 * another currency than the limits' are not converted: what they would decide stays unknown.
 */
export function findSme(evidence: SizeEvidence, day: LocalDate): Finding {
  if (PUBLIC_KINDS.has(evidence.kind)) return { value: false, because: 'It is under public control.' };
  const row = SME_LIMITS.on(day);
  if (!row) return { value: null, because: `No definition is on record for ${day}.` };
  const { staffBelow, turnoverAtMost, balanceSheetAtMost, currency } = row.value;
  const by = `${row.source.title}, ${row.source.section}`;
  if (evidence.staff !== null && evidence.staff >= staffBelow)
    return {
      value: false,
      because: `It has ${evidence.staff} people; the limit is below ${staffBelow} (${by}).`,
    };
  if (evidence.currency !== currency)
    return {
      value: null,
      because: `Its accounts are in ${evidence.currency}, the limits in ${currency} (${by}).`,
    };
  const within = (sum: number | null, limit: number) => (sum === null ? null : sum <= limit);
  const turnover = within(evidence.turnover, turnoverAtMost);
  const balance = within(evidence.balanceSheet, balanceSheetAtMost);
  if (turnover === false && balance === false)
    return { value: false, because: `Turnover and balance sheet are above the limits (${by}).` };
  if (evidence.staff !== null && (turnover || balance))
    return { value: true, because: `Staff and one of the two sums are within the limits (${by}).` };
  return { value: null, because: 'Not all figures that decide it are known.' };
}

const words = (kind: string) => kind.toLowerCase().replace(/_/g, ' ');

/** Whether an organisation is an SME, where nothing is known of its size but what somebody stated. */
export function findSmeByKind(kind: OrganisationKind, declared: boolean | null): Finding {
  if (PUBLIC_KINDS.has(kind)) return { value: false, because: 'It is under public control.' };
  if (declared !== null) return { value: declared, because: 'Somebody who knows its size stated it.' };
  return { value: null, because: 'Nobody has stated its size.' };
}
