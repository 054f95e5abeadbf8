import { defineCommand, done } from '@coop/shared/commands';
import { problem, refuse } from '@coop/shared/problems';
import { keepCivicRecord } from '../access';
import { councilRowId, noSuchCouncil } from '../areas/council-record.queries';
import { Council } from '../areas/council.entity';
import { CouncilGovernanceChangeInput } from './commitment-input.types';
import { GovernanceChange } from './governance-change.entity';
import { GOVERNANCE_LAW } from './governance.law';
import { checkGovernanceChange } from './governance.rules';

/** Kinds of authority that the choice of governance does not extend to, though they are in England. */
const UNDER_ORDERS: ReadonlySet<Council['kind']> = new Set(['COMBINED_AUTHORITY', 'STRATEGIC_AUTHORITY']);

/** Changes how an English council is governed (Local Government Act 2000 ss. 9B, 9KC). */
export const changeGovernance = defineCommand<CouncilGovernanceChangeInput>({
  name: 'councilGovernanceChange',
  input: CouncilGovernanceChangeInput,
  async handle(tx, { council: councilGssCode, wanted, resolvedOn, approvedByReferendum }) {
    const denied = tx.demand(keepCivicRecord, { councilGssCode });
    if (denied.length > 0) return refuse(...denied);
    const council = await tx.lock(Council, councilRowId(councilGssCode));
    if (!council) return refuse(noSuchCouncil(['council']));
    if (council.nation !== 'ENGLAND' || UNDER_ORDERS.has(council.kind))
      return refuse(
        problem.ineligible('The law that lets councils choose is for councils in England.', {
          path: ['council'],
          rule: GOVERNANCE_LAW.rows[0]!.source,
        }),
      );
    const [last] = await tx.manager.find(GovernanceChange, {
      where: { councilGssCode },
      order: { resolvedOn: 'DESC' },
      take: 1,
    });
    const ruling = checkGovernanceChange({
      present: council.governance,
      wanted,
      resolvedOn,
      lastResolvedOn: last?.resolvedOn ?? null,
      approvedByReferendum,
    });
    const path = ['resolvedOn'];
    const problems = [
      ...(ruling.ok ? [] : ruling.problems),
      ...(resolvedOn > tx.today
        ? [problem.invalidInput('A resolution is recorded once it is passed.', { path })]
        : []),
      ...(last && resolvedOn < last.resolvedOn
        ? [problem.invalidInput('The council has resolved again since.', { path })]
        : []),
    ];
    if (problems.length > 0) return refuse(...problems);
    const former = council.governance;
    await tx.insert(GovernanceChange, {
      id: tx.newId('governancechange'),
      councilGssCode,
      former,
      wanted,
      resolvedOn,
      approvedByReferendum,
    });
    await tx.update(Object.assign(council, { governance: wanted }));
    return done({
      council: councilGssCode,
      subject: councilGssCode,
      changes: { former, wanted, resolvedOn, approvedByReferendum },
    });
  },
});
