import { fork } from 'node:child_process';
import { join } from 'node:path';
import { databaseOf, describeDatabases, ended } from '@coop/test/kit';
import fc from 'fast-check';
import { buildSubgraph } from '@coop/shared/graphql';
import { verifyAudit, type CommandResult } from '@coop/shared/commands';
import { addDays } from '@coop/shared/time';
import { budgets } from '..';
import { BudgetCommitment } from './commitment.entity';
import { correctPosting } from './correct-posting.command';
import { approveCommitment, rejectCommitment } from './decide-commitment.command';
import { ledgerFaults } from './ledger-check.queries';
import { LedgerAccount, LedgerPosting } from './ledger.entity';
import {
  aBudget,
  allocated,
  committed,
  contributed,
  found,
  people,
  requested,
  run,
  withPanel,
} from './ledger.fixture';
import type { LedgerTask } from './ledger-process.fixture';
import { postJournal } from './post-journal.command';
import { normalBalance } from './posting.rules';
import { payCommitment, releaseCommitment } from './settle-commitment.command';
import { returnContribution } from './settle-contribution.command';
import { useAllocation } from './use-allocation.command';

const built = buildSubgraph(budgets);
const KIT = join(__dirname, '../../../../test/kit/register.cjs');

describeDatabases('any ledger', databaseOf(built), (world) => {
  /** One thing that is done, with numbers by which it chooses what to do it to and how much. */
  const deed = fc.record({
    what: fc.integer({ min: 0, max: 11 }),
    which: fc.nat(),
    other: fc.nat(),
    daysAgo: fc.constantFrom(0, 0, 1, 2, 5),
    amountPence: fc.oneof(fc.integer({ min: 1, max: 90_000 }), fc.constantFrom(0, -1, 1)),
  });

  /** Pays something of a commitment that can be paid, where there is one, so that payments are common. */
  async function payCommitted(fundId: string, amountPence: number): Promise<CommandResult> {
    const where = { fundId, state: 'COMMITTED' as const };
    const found = await world.database.reader.findOne(BudgetCommitment, { where, order: { id: 'ASC' } });
    const input = { id: found?.id ?? 'budgetcommitment_none', amountPence };
    return run(world, payCommitment, input, people(world).treasurer);
  }

  /** Corrects the latest payment: after a release, it makes something of the commitment be owed again. */
  async function correctPayment(fundId: string): Promise<CommandResult> {
    const where = { fundId, kind: 'PAYMENT' as const };
    const found = await world.database.reader.findOne(LedgerPosting, { where, order: { number: 'DESC' } });
    const input = { id: found?.id ?? 'posting_none', narrative: 'Bounced' };
    return run(world, correctPosting, input, people(world).treasurer);
  }

  test('keeps what was paid and released of a commitment, in whatever order it is paid, corrected and released', async () => {
    let releasedTwice = 0;
    const step = fc.tuple(fc.constantFrom('pay', 'correct', 'release'), fc.integer({ min: 1, max: 6_000 }));
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 10 }), async (steps) => {
        const budget = await aBudget(world);
        await withPanel(world, budget);
        await contributed(world, budget, 20_000);
        const id = await committed(world, await allocated(world, budget, 20_000), 10_000);
        let releases = 0;
        const opening = [['pay', 4_000] as const, ['release', 0] as const, ['correct', 0] as const];
        for (const [what, amountPence] of [...opening, ...steps]) {
          if (what === 'pay') await payCommitted(budget.id, amountPence);
          else if (what === 'correct') await correctPayment(budget.id);
          else if ((await run(world, releaseCommitment, { id }, people(world).treasurer)).ok) releases += 1;
        }
        if (releases > 1) releasedTwice += 1;
        expect(await ledgerFaults(world.database.reader, [budget.id])).toEqual([]);
      }),
      { numRuns: 15 },
    );
    expect(releasedTwice).toBeGreaterThan(3);
  }, 120_000);

  test('conserves every penny whatever is done to it, in whatever order, refused or not', async () => {
    const { treasurer, first, second } = people(world);
    let [doneCount, refusedCount] = [0, 0];
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 10, maxLength: 25 }), async (deeds) => {
        let step = 0;
        world.clock.set('2026-06-01T11:00:00Z');
        const budget = await aBudget(world);
        await withPanel(world, budget);
        const contributions = [await contributed(world, budget, 100_000)];
        await contributed(world, budget, 50_000, 'ALIGNED', 3);
        const allocations = [await allocated(world, budget, 40_000), await allocated(world, budget, 20_000)];
        const aligned = [await allocated(world, budget, 30_000, 'ALIGNED')];
        const commitments = [await requested(world, allocations[0]!, 10_000)];
        const pick = (ids: readonly string[], by: number): string => ids[by % ids.length]!;
        for (const { what, which, other, daysAgo, amountPence } of deeds) {
          world.clock.set(addDays('2026-06-01', Math.floor((step += 1) / 4)) + 'T11:00:00Z');
          const postedOn = addDays(world.clock.now().toISOString().slice(0, 10), -daysAgo);
          const commitment = pick(commitments, which);
          const deedsDone = [
            () => run(world, approveCommitment, { id: commitment }, first),
            () => run(world, approveCommitment, { id: commitment }, second),
            () => run(world, rejectCommitment, { id: commitment }, second),
            () => run(world, payCommitment, { id: commitment, amountPence, postedOn }, treasurer),
            () => run(world, releaseCommitment, { id: commitment, postedOn }, treasurer),
            () =>
              run(
                world,
                returnContribution,
                { id: pick(contributions, which), amountPence, postedOn },
                treasurer,
              ),
            () =>
              run(
                world,
                useAllocation,
                { id: pick(aligned, which), amountPence, postedOn, narrative: 'x' },
                treasurer,
              ),
            () =>
              run(
                world,
                postJournal,
                {
                  ...{ budgetId: budget.id, form: 'CASH', narrative: 'x', postedOn },
                  lines: [
                    { kind: 'ALLOCATED', allocationId: pick(allocations, which), amountPence },
                    other % 2
                      ? { kind: 'AVAILABLE', amountPence: -amountPence }
                      : {
                          kind: 'ALLOCATED',
                          allocationId: pick(allocations, other),
                          amountPence: -amountPence,
                        },
                  ],
                },
                treasurer,
              ),
            async () => {
              if (amountPence > 0)
                commitments.push(await requested(world, pick(allocations, other), amountPence));
              return { ok: true, subject: '' } as const;
            },
            async () => {
              const postings = await world.database.reader.findBy(LedgerPosting, { fundId: budget.id });
              const id = pick(postings.map((posting) => posting.id).sort(), which);
              return run(world, correctPosting, { id, narrative: 'Wrong' }, treasurer);
            },
            () => payCommitted(budget.id, other % 2 === 0 ? 1 : amountPence),
            () => correctPayment(budget.id),
          ];
          const result = await deedsDone[what]!();
          if (result.ok) doneCount += 1;
          else {
            refusedCount += 1;
            expect(found(result)).not.toEqual([]);
          }
        }
        expect(await ledgerFaults(world.database.reader, [budget.id])).toEqual([]);
        const accounts = await world.database.reader.findBy(LedgerAccount, { fundId: budget.id });
        expect(accounts.reduce((sum, { balancePence }) => sum + balancePence, 0)).toBe(0);
        for (const { kind, balancePence } of accounts)
          expect(normalBalance(kind, balancePence)).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 40 },
    );
    expect(doneCount).toBeGreaterThan(20);
    expect(refusedCount).toBeGreaterThan(20);
  }, 180_000);

  test('is sound after the process that wrote it was killed', async () => {
    const { id: budgetId, partners } = await aBudget(world);
    const child = fork(join(__dirname, 'ledger-process.fixture.ts'), {
      execArgv: ['-C', 'source', '-r', KIT],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    const task: LedgerTask = {
      ...{ location: world.location, now: world.clock.now().toISOString(), budgetId, partnerId: partners[0] },
    };
    let rounds = 0;
    const killed = new Promise<void>((resolve) => {
      child.on('message', () => {
        rounds += 1;
        if (rounds === 25) {
          child.kill('SIGKILL');
          resolve();
        }
      });
    });
    child.send(task);
    await killed;
    await ended(child);
    await world.reopen();
    const { reader } = world.database;
    expect(await reader.countBy(LedgerPosting, { fundId: budgetId })).toBeGreaterThanOrEqual(50);
    expect(await ledgerFaults(reader)).toEqual([]);
    expect((await verifyAudit(world.database)).ok).toBe(true);
    await contributed(world, { id: budgetId, partners, priorities: ['', ''] }, 5_000);
    expect(await ledgerFaults(reader, [budgetId])).toEqual([]);
  }, 120_000);
});
