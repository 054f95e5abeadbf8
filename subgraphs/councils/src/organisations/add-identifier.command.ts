import { defineCommand, done, versionProblems } from '@coop/shared/commands';
import { problem, refuse } from '@coop/shared/problems';
import { classifyOrganisation } from '../access';
import { normaliseIdentifier, writeOrgId } from './identifiers.rules';
import { clashingNumbers } from './merge-organisations.rules';
import { Organisation } from './organisation.entity';
import { takenProblems } from './organisation-input.rules';
import { OrganisationIdentifierAddInput } from './organisation-input.types';
import {
  holdersOfNumbers,
  readRecords,
  rightsSubject,
  standingProblems,
} from './organisation-record.queries';
import { UNREAD_ENTRY } from './organisation-record.rules';
import { writeRecord } from './write-organisation.command';

/** Adds a number that an organisation turns out to have. One that another record has means that they are one body. */
export const addIdentifier = defineCommand<OrganisationIdentifierAddInput>({
  name: 'organisationIdentifierAdd',
  input: OrganisationIdentifierAddInput,
  async handle(tx, { id, expectedVersion, identifier: given }) {
    const row = await tx.lock(Organisation, id);
    const denied = tx.demand(classifyOrganisation, rightsSubject(id, row));
    if (denied.length > 0) return refuse(...denied);
    const unfit = await standingProblems(tx.manager, row, ['id']);
    if (!row || unfit.length > 0) return refuse(...unfit);
    const read = normaliseIdentifier(given.scheme, given.id, ['identifier']);
    const problems = [...versionProblems(row, expectedVersion), ...(read.ok ? [] : read.problems)];
    if (!read.ok || problems.length > 0) return refuse(...problems);
    const { identifier } = read;
    const [before] = await readRecords(tx.manager, [row]);
    const mine = before!.entries.map((entry) => entry.identifier);
    const path = ['identifier'];
    if (mine.some((one) => writeOrgId(one) === writeOrgId(identifier)))
      return refuse(problem.invalidInput('It has this number already.', { path }));
    const [clash] = clashingNumbers(mine, [identifier]);
    if (clash) {
      const message = `${identifier.scheme} gives a body one number, and it has ${clash.mine.id}: they are two bodies.`;
      return refuse(problem.ineligible(message, { path }));
    }
    const holders = await holdersOfNumbers(tx.manager, [identifier]);
    const taken = takenProblems(
      [identifier],
      (orgId) => holders.get(orgId),
      () => path,
    );
    if (taken.length > 0) return refuse(...taken);
    const entries = [...before!.entries, { identifier, ...UNREAD_ENTRY }];
    await writeRecord(tx.manager, row, { ...before!, entries }, tx.now);
    await tx.update(row);
    return done({
      council: tx.actor.council,
      subject: id,
      changes: { identifier: writeOrgId(identifier), orgId: row.orgId },
    });
  },
});
