import { actorKey } from '@coop/shared/access';
import type { DemoWorld } from '@coop/shared/graphql';
import { fixedId } from '@coop/shared/ids';
import { addDays, type LocalDate } from '@coop/shared/time';
import { lastDayBeginningWith } from '../periods/periods.rules';
import { Asset } from '../register/asset.entity';
import { TransferReview } from './transfer-review.entity';
import { nextReview, reviewDueBy, reviewKind } from './transfer-review.rules';
import { NO_REVIEW_DUE, Transfer } from './transfer.entity';
import { TRANSFER_FACTS, type TransferFact } from './transfer.facts';
import { undervalueOf } from './undervalue.rules';

/** Whoever signs in as the group in the demo may go on with what is the group's to do. */
const enquirer = (organisation: string | null): string =>
  organisation === null ? '' : actorKey({ subject: 'demo-group', council: null, organisation });

type Day = (daysAgo: number) => LocalDate;

/** The transfers of the demo world, dated from the day of loading; those that stand show on the register. */
export async function transfersDemo({ tx, today }: DemoWorld): Promise<void> {
  const day: Day = (daysAgo) => addDays(today, -daysAgo);
  for (const fact of TRANSFER_FACTS) {
    const asset = await tx.lock(Asset, fixedId('asset', fact.asset));
    if (!asset) throw new Error(`The demo world has no asset ${fact.asset}.`);
    const { gssCode } = asset;
    const id = fixedId('transfer', fact.key);
    const { completion } = fact;
    const row = { id, gssCode, assetId: asset.id, ...transferRow(fact, gssCode, day, today) };
    const transfer = await tx.insert(Transfer, row);
    if (!completion) continue;
    const completedOn = day(completion.completed);
    for (const [index, reviewed] of completion.reviewed.entries()) {
      const year = index + 1;
      await tx.insert(TransferReview, {
        id: fixedId('transferreview', `${fact.key}-${year}`),
        ...{ gssCode, transferId: id, year, kind: reviewKind(year), reviewedOn: day(reviewed) },
        findings: 'Made up: used as agreed, accounts in order.',
        isLate: day(reviewed) > reviewDueBy(completedOn, year),
      });
    }
    if (completion.ended === null) await tx.update(withSteward(asset, transfer, fact));
  }
}

function withSteward(asset: Asset, transfer: Transfer, { completion, money }: TransferFact): Asset {
  const leaseYears = money?.leaseYears ?? null;
  return Object.assign(asset, {
    stewardName: transfer.recipientName,
    stewardOrganisationId: transfer.recipientOrganisationId,
    stewardResponsibility: completion?.responsibility ?? null,
    stewardLeaseUntil:
      leaseYears === null || transfer.completedOn === null
        ? null
        : lastDayBeginningWith(transfer.completedOn, { years: leaseYears }),
    stewardRentPence: completion?.rentPence ?? null,
  });
}

function transferRow(fact: TransferFact, council: string, day: Day, today: LocalDate): Partial<Transfer> {
  const { completion, organisation, decided } = fact;
  const orNull = (daysAgo: number | null | undefined) =>
    daysAgo === null || daysAgo === undefined ? null : day(daysAgo);
  const completedOn = orNull(completion?.completed);
  const recipientOrganisationId = organisation === null ? null : fixedId('organisation', organisation);
  const stands = completion !== null && completion.ended === null;
  return {
    recipientName: fact.recipient,
    recipientOrganisationId,
    submittedBy: enquirer(recipientOrganisationId),
    state: fact.state,
    enquiredOn: day(fact.enquired),
    purpose: fact.purpose,
    businessCaseText: fact.businessCase,
    decidedOn: orNull(decided),
    statementOfReasons: fact.reasons,
    headsOfTerms: fact.headsOfTerms,
    ...moneyColumns(fact, council, day),
    interest: completion ? (fact.money?.leaseYears ? 'LEASE' : 'FREEHOLD') : null,
    rentPence: completion?.rentPence ?? null,
    isOpenSpace: completion ? false : null,
    completedOn,
    endedOn: orNull(completion?.ended),
    nextReviewDueBy:
      stands && completedOn !== null
        ? nextReview(
            completedOn,
            completion.reviewed.map((_, index) => index + 1),
            today,
          ).dueBy
        : NO_REVIEW_DUE,
    illustrative: true,
  };
}

function moneyColumns({ money, decided }: TransferFact, council: string, day: Day): Partial<Transfer> {
  if (!money || decided === null) return { wellbeing: [] };
  const { consent, wellbeing, ...said } = money;
  const given = consent ? { givenOn: day(consent[0]), reference: consent[1] } : null;
  const { undervaluePence, basis } = undervalueOf({ ...money, council, consent: given }, day(decided));
  return {
    ...said,
    wellbeing: [...wellbeing],
    undervaluePence,
    undervalueBasis: basis,
    consentGivenOn: given?.givenOn ?? null,
    consentReference: given?.reference ?? null,
  };
}
