import { defineCommand, done, versionProblems, type Tx } from '@coop/shared/commands';
import { textSort } from '@coop/shared/persistence';
import { refuse, type Problem } from '@coop/shared/problems';
import { classifyOrganisation, updateOrganisation as mayUpdate } from '../access';
import { Organisation } from './organisation.entity';
import { declarationProblems } from './organisation-facts.rules';
import { givenNames, nameProblems, readPostcode, tidyName } from './organisation-input.rules';
import { OrganisationUpdateInput } from './organisation-input.types';
import { councilKindProblems, placeProblems } from './place-organisation.command';
import { readRecords, rightsSubject, standingProblems } from './organisation-record.queries';
import type { OrganisationRecord, OtherName } from './organisation-record.rules';
import { writeRecord } from './write-organisation.command';

/**
 * Changes what is kept of an organisation. Whoever acts for it may change all but its kind and whether it is VCSE,
 * which an officer decides.
 */
export const updateOrganisation = defineCommand<OrganisationUpdateInput>({
  name: 'organisationUpdate',
  input: OrganisationUpdateInput,
  async handle(tx, input) {
    const row = await tx.lock(Organisation, input.id);
    const denied = rightProblems(tx, input, row);
    if (denied.length > 0) return refuse(...denied);
    const unfit = await standingProblems(tx.manager, row, ['id']);
    if (!row || unfit.length > 0) return refuse(...unfit);
    const stale = versionProblems(row, input.expectedVersion);
    if (stale.length > 0) return refuse(...stale);
    const [before] = await readRecords(tx.manager, [row]);
    const { record, problems } = changed(before!, input);
    const becomesCouncil = record.kind === 'COUNCIL' && before!.kind !== 'COUNCIL';
    const all = [
      ...problems,
      ...(await placeProblems(tx, input.council ?? (becomesCouncil ? record.councilGssCode : null))),
      ...(becomesCouncil || (input.council === null && row.localAuthorityGssCode === null)
        ? councilKindProblems(record.kind, record.councilGssCode)
        : []),
    ];
    if (all.length > 0) return refuse(...all);
    await writeRecord(tx.manager, row, record, tx.now);
    await tx.update(row);
    const { idempotencyKey: _, id: subject, expectedVersion: __, ...changes } = input;
    return done({ council: tx.actor.council, subject, changes: { ...changes } });
  },
});

function rightProblems(
  tx: Tx,
  { id, kind, declaredVcse }: OrganisationUpdateInput,
  row: Organisation | null,
): Problem[] {
  const classifies = (kind ?? null) !== null || declaredVcse !== undefined;
  return tx.demand(classifies ? classifyOrganisation : mayUpdate, rightsSubject(id, row));
}

const kept = <Value>(given: Value | null | undefined, before: Value | null): Value | null =>
  given === undefined ? before : given;

function changed(
  before: OrganisationRecord,
  input: OrganisationUpdateInput,
): { readonly record: OrganisationRecord; readonly problems: readonly Problem[] } {
  const { postcode, problems: noPostcode } = readPostcode(input.postcode);
  const name = tidyName(input.name ?? before.name);
  const further = givenNames(input.addOtherNames).map((other) => ({
    name: tidyName(other),
    kind: 'OTHER' as const,
  }));
  const former: OtherName[] =
    textSort(name) === textSort(before.name) ? [] : [{ name: before.name, kind: 'FORMER' }];
  const record = {
    ...before,
    name,
    kind: input.kind ?? before.kind,
    otherNames: [...before.otherNames, ...former, ...further],
    declaredVcse: kept(input.declaredVcse, before.declaredVcse),
    declaredSme: kept(input.declaredSme, before.declaredSme),
    councilGssCode: kept(input.council, before.councilGssCode),
    postcode: input.postcode === undefined ? before.postcode : postcode,
  };
  const problems = [
    ...nameProblems(name, ['name']),
    ...further.flatMap((other, index) => nameProblems(other.name, ['addOtherNames', String(index)])),
    ...noPostcode,
    ...declarationProblems(record.kind, { vcse: record.declaredVcse, sme: record.declaredSme }),
  ];
  return { record, problems };
}
