import { In } from 'typeorm';
import { defineLoader, inOrder, type RequestContext } from '@coop/shared/graphql';
import { keysetPage, type Page, type PageArgs } from '@coop/shared/persistence';
import type { LocalDate } from '@coop/shared/time';
import { CompensationClaim } from './compensation-claim.entity';
import { compensationClaimDueBy } from './compensation.rules';
import type { DisposalRecipient } from './disposal.enums';
import { disposalFacts } from './disposal-facts.queries';
import type { DisposalShapeInput } from './disposal-inputs.types';
import { DisposalRecord } from './disposal-record.entity';
import type { MayDispose } from './disposal.types';
import { ExemptDisposal } from './exempt-disposal.entity';
import { mayDispose } from './may-dispose.rules';

/** An exempt disposal by its id. */
export const exemptDisposalById = defineLoader<string, ExemptDisposal>(async (ids, { database }) =>
  inOrder(ids, await database.reader.findBy(ExemptDisposal, { id: In([...ids]) }), (row) => row.id),
);

/** The exemptions on record for an asset, the earliest first: a handful at most. */
export const exemptDisposalsOfAsset = defineLoader<string, ExemptDisposal[]>(async (ids, { database }) => {
  const rows = await database.reader.find(ExemptDisposal, {
    where: { assetId: In([...ids]) },
    order: { recordedOn: 'ASC', id: 'ASC' },
  });
  return ids.map((id) => rows.filter((row) => row.assetId === id));
});

/** A recorded disposal by its id. */
export const disposalRecordById = defineLoader<string, DisposalRecord>(async (ids, { database }) =>
  inOrder(ids, await database.reader.findBy(DisposalRecord, { id: In([...ids]) }), (row) => row.id),
);

/** The disposals on record of an asset, the earliest first: a handful at most. */
export const disposalRecordsOfAsset = defineLoader<string, DisposalRecord[]>(async (ids, { database }) => {
  const rows = await database.reader.find(DisposalRecord, {
    where: { assetId: In([...ids]) },
    order: { disposedOn: 'ASC', id: 'ASC' },
  });
  return ids.map((id) => rows.filter((row) => row.assetId === id));
});

/** A claim by its id; who may read it is asked by whoever shows it. */
export const compensationClaimById = defineLoader<string, CompensationClaim>(async (ids, { database }) =>
  inOrder(ids, await database.reader.findBy(CompensationClaim, { id: In([...ids]) }), (row) => row.id),
);

/** A page of a council's claims, the latest received first. */
export function compensationClaimPage(
  { database }: RequestContext,
  council: string,
  args: PageArgs,
): Promise<Page<CompensationClaim>> {
  const query = database.reader
    .createQueryBuilder(CompensationClaim, 'claim')
    .where('claim.gssCode = :council', { council });
  const ordering = { name: 'NEWEST', column: 'claim.receivedOn', direction: 'DESC' } as const;
  return keysetPage({ query, alias: 'claim', ordering, args });
}

/** The last day on which a claim could be made. */
export const claimDueBy = ({ lossEndedOn }: CompensationClaim): LocalDate =>
  compensationClaimDueBy(lossEndedOn);

/** Whether the owner of an asset may dispose of it. A list of assets costs as many statements as one. */
export async function mayDisposeOf(
  context: RequestContext,
  assetId: string,
  on: LocalDate,
  to: DisposalRecipient,
  shape: DisposalShapeInput | null,
): Promise<MayDispose> {
  const facts = await disposalFacts.load(context, assetId);
  const known = facts ?? { listings: [], notices: [], exemptions: [] };
  const disposal = shape && { ...shape, leaseYearsAtGrant: shape.leaseYearsAtGrant ?? null };
  return mayDispose({ on, to, ...(disposal ? { disposal } : {}) }, known);
}
