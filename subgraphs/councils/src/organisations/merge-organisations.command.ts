import { In } from 'typeorm';
import { defineCommand, done } from '@coop/shared/commands';
import { refuse } from '@coop/shared/problems';
import { mergeOrganisations as mayMerge } from '../access';
import { decideMerge, type MergeRecord } from './merge-organisations.rules';
import { Organisation } from './organisation.entity';
import { OrganisationFormerId } from './organisation-former-id.entity';
import { OrganisationMergeInput } from './organisation-input.types';
import { readRecords, rightsSubject, standingProblems } from './organisation-record.queries';
import type { OrganisationRecord, OtherName } from './organisation-record.rules';
import { writeRecord } from './write-organisation.command';

/**
 * Merges two records of one body. Ids that were merged into the absorbed one point to the survivor from then on, so
 * that an old id is always one step from the record that stands, and a circle cannot come about.
 */
export const mergeOrganisations = defineCommand<OrganisationMergeInput>({
  name: 'organisationMerge',
  input: OrganisationMergeInput,
  async handle(tx, input) {
    const { survivorId, absorbedId } = input;
    const rows = await tx.lockMany(Organisation, [survivorId, absorbedId]);
    const survivor = rows.find(({ id }) => id === survivorId) ?? null;
    const absorbed = rows.find(({ id }) => id === absorbedId) ?? null;
    for (const [id, row] of [
      [survivorId, survivor],
      [absorbedId, absorbed],
    ] as const) {
      const denied = tx.demand(mayMerge, rightsSubject(id, row));
      if (denied.length > 0) return refuse(...denied);
    }
    const unfit = [
      ...(await standingProblems(tx.manager, survivor, ['survivorId'])),
      ...(await standingProblems(tx.manager, absorbed, ['absorbedId'])),
    ];
    if (!survivor || !absorbed || unfit.length > 0) return refuse(...unfit);
    const [one, other] = await readRecords(tx.manager, [survivor, absorbed]);
    const former = await tx.manager.findBy(OrganisationFormerId, {
      organisationId: In([survivorId, absorbedId]),
    });
    const decision = decideMerge(
      mergeRecord(survivor, one!, former),
      mergeRecord(absorbed, other!, former),
      given(input),
    );
    if (!decision.ok) return refuse(...decision.problems);
    const { outcome } = decision;
    const record = merged(one!, other!, outcome.kind, input);
    await writeRecord(tx.manager, survivor, record, tx.now, [survivorId, absorbedId]);
    await tx.update(survivor);
    // Ids that led to the absorbed record lead on to the survivor at once.
    const passed = former.filter(({ organisationId }) => organisationId === absorbedId);
    for (const passedOn of passed) await tx.update(Object.assign(passedOn, { organisationId: survivorId }));
    const gone = await tx.lockMany(
      Organisation,
      passed.map(({ id }) => id),
    );
    for (const goneRow of gone) await tx.update(Object.assign(goneRow, { mergedInto: survivorId }));
    await tx.insert(OrganisationFormerId, { id: absorbedId, organisationId: survivorId, mergedAt: tx.now });
    await tx.update(Object.assign(absorbed, { mergedInto: survivorId }));
    return done({
      council: tx.actor.council,
      subject: survivorId,
      changes: { absorbedId, formerIds: [...outcome.formerIds], orgId: survivor.orgId, kind: outcome.kind },
    });
  },
});

function mergeRecord(
  row: Organisation,
  record: OrganisationRecord,
  former: readonly OrganisationFormerId[],
): MergeRecord {
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    isVcse: row.isVcse,
    isSme: row.isSme,
    identifiers: record.entries.map((entry) => entry.identifier),
    formerIds: former.filter(({ organisationId }) => organisationId === row.id).map(({ id }) => id),
    otherNames: record.otherNames.map(({ name }) => name),
    mergedInto: row.mergedInto,
  };
}

function given({ kind, isVcse, isSme }: OrganisationMergeInput) {
  return {
    ...(kind ? { kind } : {}),
    ...(typeof isVcse === 'boolean' ? { isVcse } : {}),
    ...(typeof isSme === 'boolean' ? { isSme } : {}),
  };
}

function merged(
  one: OrganisationRecord,
  other: OrganisationRecord,
  kind: OrganisationRecord['kind'],
  settled: OrganisationMergeInput,
): OrganisationRecord {
  const known = new Set(one.entries.map(({ identifier }) => `${identifier.scheme}-${identifier.id}`));
  const otherNames: OtherName[] = [
    ...one.otherNames,
    { name: other.name, kind: 'OTHER' },
    ...other.otherNames,
  ];
  return {
    name: one.name,
    kind,
    otherNames,
    entries: [
      ...one.entries,
      ...other.entries.filter(({ identifier }) => !known.has(`${identifier.scheme}-${identifier.id}`)),
    ],
    declaredVcse: settled.isVcse ?? one.declaredVcse ?? other.declaredVcse,
    declaredSme: settled.isSme ?? one.declaredSme ?? other.declaredSme,
    councilGssCode: one.councilGssCode ?? other.councilGssCode,
    localAuthorityGssCode: one.localAuthorityGssCode ?? other.localAuthorityGssCode,
    postcode: one.postcode ?? other.postcode,
    illustrative: one.illustrative && other.illustrative,
  };
}
