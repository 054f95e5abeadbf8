import type { World } from '@coop/test/kit';
import type { Actor } from '@coop/shared/access';
import { bulkWrite, type Command, type CommandResult } from '@coop/shared/commands';
import { textSort } from '@coop/shared/persistence';
import { DIRECTORY } from '../community-budgets/directory.fixture';
import {
  CommunityBudgetPartner,
  CommunityBudgetPriority,
} from '../community-budgets/community-budget-parts.entity';
import { CommunityBudget } from '../community-budgets/community-budget.entity';
import { approveCommitment } from './decide-commitment.command';
import type { ResourceForm } from './ledger.law';
import { makeAllocation } from './make-allocation.command';
import { pledgeContribution } from './pledge-contribution.command';
import { requestCommitment } from './request-commitment.command';
import { setApprovalPanel } from './set-approval-panel.command';
import { receiveContribution } from './settle-contribution.command';

export const KINGSTON = 'E09000021';

/** People who have to do with a community budget of Kingston. */
export function people(world: World) {
  const panel = (subject: string): Actor => world.actor({ subject, role: 'resident', council: KINGSTON });
  return {
    treasurer: world.actor({ subject: 'treasurer', council: KINGSTON }),
    elsewhere: world.actor({ subject: 'treasurer-2', council: 'E08000004' }),
    resident: world.actor({ subject: 'resident-1', role: 'resident', council: KINGSTON }),
    auditor: world.actor({ subject: 'auditor-1', role: 'auditor', council: KINGSTON }),
    housing: world.actor({
      ...{ subject: 'housing-1', role: 'partner', council: null, organisation: 'organisation_housing' },
    }),
    youthClub: world.actor({
      ...{ subject: 'club-1', role: 'partner', council: null, organisation: 'organisation_club' },
    }),
    first: panel('panel-1'),
    second: panel('panel-2'),
    third: panel('panel-3'),
  } satisfies Record<string, Actor>;
}

/** A community budget with its ids. */
export interface MadeBudget {
  readonly id: string;
  /** The council, the housing association, the youth club, the police, which has no entry in the directory. */
  readonly partners: readonly [string, string, string, string];
  readonly priorities: readonly [string, string];
}

/** A community budget of Kingston with four partners and two priorities, and no panel yet. */
export async function aBudget(world: World): Promise<MadeBudget> {
  return bulkWrite(world.context(), { name: 'test' }, async (tx) => {
    const id = tx.newId('communitybudget');
    const name = 'Norbiton (example)';
    await tx.insert(CommunityBudget, {
      ...{ id, gssCode: KINGSTON, name, nameSort: textSort(name), kind: 'NEIGHBOURHOOD' },
      ...{ leadKind: 'LOCAL_AUTHORITY', leadName: 'Kingston', isPilot: false, description: 'A test.' },
      ...{ approvalsNeeded: 2, illustrative: true },
    });
    const partner = async (partnerName: string, organisationId: string | null, position: number) => {
      const partnerId = tx.newId('budgetpartner');
      await tx.insert(CommunityBudgetPartner, {
        ...{ id: partnerId, gssCode: KINGSTON, budgetId: id, position, name: partnerName, organisationId },
      });
      return partnerId;
    };
    const priority = async (theme: string, rank: number) => {
      const priorityId = tx.newId('budgetpriority');
      await tx.insert(CommunityBudgetPriority, {
        ...{ id: priorityId, gssCode: KINGSTON, budgetId: id, rank, theme },
      });
      return priorityId;
    };
    return {
      id,
      partners: [
        await partner('Kingston', 'organisation_council', 0),
        await partner('Example Homes', 'organisation_housing', 1),
        await partner('Example Youth Club', 'organisation_club', 2),
        await partner('Police', null, 3),
      ],
      priorities: [await priority('Housing', 1), await priority('Youth activities', 2)],
    } as const;
  });
}

/** Runs a command as somebody. */
export const run = <Input extends object>(
  world: World,
  command: Command<Input>,
  input: Input,
  actor: Actor,
): Promise<CommandResult> => command.run(world.context(actor), input);

/** The id of what was done; an Error with the problems when it was refused. */
export function subjectOf(result: CommandResult): string {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.subject;
}

/** Which problems came, in short: `LimitExceeded amountPence`. */
export const found = (result: CommandResult): string[] =>
  result.ok ? ['done'] : result.problems.map(({ kind, path }) => (path ? `${kind} ${path.join('.')}` : kind));

/** The provisions that the problems cite. */
export const cited = (result: CommandResult): string[] =>
  result.ok ? [] : result.problems.map(({ rule }) => rule?.section ?? 'no rule');

/** The panel of three, two of whom have to approve. */
export async function withPanel(world: World, { id }: MadeBudget): Promise<void> {
  const members = ['panel-1', 'panel-2', 'panel-3'].map((account) => ({
    account,
    name: `Member ${account}`,
  }));
  subjectOf(
    await run(
      world,
      setApprovalPanel(DIRECTORY),
      { id, members, approvalsNeeded: 2 },
      people(world).treasurer,
    ),
  );
}

/** A contribution that has arrived. */
export async function contributed(
  world: World,
  { partners }: MadeBudget,
  amountPence: number,
  form: ResourceForm = 'CASH',
  partner: 0 | 1 | 2 | 3 = 0,
): Promise<string> {
  const { treasurer } = people(world);
  const pledge = { partnerId: partners[partner], form, description: 'A contribution.', amountPence };
  const id = subjectOf(await run(world, pledgeContribution, pledge, treasurer));
  return subjectOf(await run(world, receiveContribution, { id, amountPence }, treasurer));
}

/** An allocation out of what is available. */
export async function allocated(
  world: World,
  { id, priorities }: MadeBudget,
  amountPence: number,
  form: ResourceForm = 'CASH',
): Promise<string> {
  const input = { budgetId: id, form, amountPence, purpose: 'Homes', priorityId: priorities[0] };
  return subjectOf(await run(world, makeAllocation, input, people(world).treasurer));
}

/** A request for spending to a repairs firm. */
export async function requested(world: World, allocationId: string, amountPence: number): Promise<string> {
  const payee = { name: 'Example Repairs Limited', organisationId: 'organisation_repairs' };
  const input = { allocationId, amountPence, purpose: 'Repairs', payee };
  return subjectOf(await run(world, requestCommitment(DIRECTORY), input, people(world).treasurer));
}

/** Spending that two of the panel have approved. */
export async function committed(world: World, allocationId: string, amountPence: number): Promise<string> {
  const id = await requested(world, allocationId, amountPence);
  const { first, second } = people(world);
  for (const member of [first, second]) subjectOf(await run(world, approveCommitment, { id }, member));
  return id;
}
