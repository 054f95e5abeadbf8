import { defineCommand, done, type Tx } from '@coop/shared/commands';
import { textSort } from '@coop/shared/persistence';
import { problem, refuse, type Problem } from '@coop/shared/problems';
import { keepCivicRecord } from '../access';
import { councilOnRecord, noSuchCouncil } from '../areas/council-record.queries';
import { Ward } from '../areas/ward.entity';
import { WardMembership } from '../areas/ward-membership.entity';
import { CouncillorCreateInput } from './councillor-input.types';
import { Councillor } from './councillor.entity';
import { checkCouncillor, councilLifeProblems } from './councillors.rules';

/** Puts a councillor on record. The account stays out of every answer and of the audit trail. */
export const createCouncillor = defineCommand<CouncillorCreateInput>({
  name: 'councillorCreate',
  input: CouncillorCreateInput,
  async handle(tx, input) {
    const { council: councilGssCode, name, role, fromOn, account } = input;
    const denied = tx.demand(keepCivicRecord, { councilGssCode });
    if (denied.length > 0) return refuse(...denied);
    const council = await councilOnRecord(tx.manager, councilGssCode);
    if (!council) return refuse(noSuchCouncil(['council']));
    const ruling = checkCouncillor({ name, fromOn }, tx.today);
    const problems = [
      ...(ruling.ok ? [] : ruling.problems),
      ...councilLifeProblems(council, fromOn, ['fromOn']),
      ...(await wardProblems(tx, councilGssCode, input.ward)),
    ];
    if (problems.length > 0) return refuse(...problems);
    const { id } = await tx.insert(Councillor, {
      id: tx.newId('councillor'),
      councilGssCode,
      wardGssCode: input.ward ?? null,
      name: name.trim(),
      nameSort: textSort(name),
      role: role?.trim() ? role.trim() : null,
      fromOn,
      untilOn: null,
      account: account?.trim() ? account : null,
      illustrative: false,
    });
    return done({
      council: councilGssCode,
      subject: id,
      changes: { name: name.trim(), ward: input.ward ?? null, fromOn },
    });
  },
});

async function wardProblems(tx: Tx, council: string, code: string | null | undefined): Promise<Problem[]> {
  if (code === null || code === undefined) return [];
  const path = ['ward'];
  const known = code.length <= 9 && (await tx.manager.existsBy(Ward, { gssCode: code }));
  if (!known) return [problem.notFound('The directory knows no ward with this code.', { path })];
  if (await tx.manager.existsBy(WardMembership, { wardGssCode: code, councilGssCode: council })) return [];
  return [problem.ineligible('The ward is not in this council.', { path })];
}
