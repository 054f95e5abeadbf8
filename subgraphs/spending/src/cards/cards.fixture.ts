import { Readable } from 'node:stream';
import type { World } from '@coop/test/kit';
import { importTable, type FileOutcome } from '@coop/shared/importing';
import { COUNCIL, importOf, people, run, subjectOf } from '../duplicates/duplicates.fixture';
import { adoptCardPolicy } from './adopt-card-policy.command';
import { CardBreach } from './card-breach.entity';
import { cardDetailImport } from './card-details.import';
import type { CardPolicyAdoptInput } from './card-inputs.types';
import { runCardControls } from './run-card-controls.command';

/** A policy that nothing stands against. */
export const soundPolicy: CardPolicyAdoptInput = {
  ...{ council: COUNCIL, fromOn: '2026-01-01', title: 'Purchasing card policy', section: 's. 4', url: null },
  ...{ transactionPence: 50_000, monthPence: 200_000, receiptDays: 10, noWeekends: true, splitDays: 2 },
  blockedCategories: ['Betting'],
};

/** Adopts the policy, and gives its id. */
export const aPolicy = async (world: World, change: Partial<CardPolicyAdoptInput> = {}): Promise<string> =>
  subjectOf(await run(world, adoptCardPolicy, { ...soundPolicy, ...change }, people(world).officer));

/** Imports the detail of cards, as a file of these lines would. */
export const detailsOf = (world: World, ...lines: readonly string[]): Promise<FileOutcome> =>
  importTable(
    world.context(people(world).officer),
    cardDetailImport,
    { name: 'cards.csv', stream: Readable.from([Buffer.from(`${lines.join('\n')}\n`)]) },
    { council: COUNCIL },
  );

export const HEADER = 'Transaction Number,Cardholder,Approved By,Receipt Date,Card Number';

/** Runs the checks in the name of the auditor. */
export const check = (world: World) => run(world, runCardControls, { council: COUNCIL });

/** The council's breaches by kind. */
export const breaches = (world: World): Promise<CardBreach[]> =>
  world.database.reader.find(CardBreach, { order: { kind: 'ASC', breachKey: 'ASC' } });

let count = 0;

/** A breach: a purchase above the limit. */
export async function aBreach(world: World): Promise<CardBreach> {
  const { reader } = world.database;
  count += 1;
  const reference = `BIG${count}`;
  await importOf(world, [
    { channel: 'CARD', reference, amountPence: 60_000, paidOn: '2026-03-04', supplier: `Shop ${count}` },
  ]);
  if ((await reader.query('SELECT id FROM card_policy')).length === 0) await aPolicy(world);
  await check(world);
  const rows = await reader.find(CardBreach, { order: { id: 'DESC' }, take: 1 });
  return rows[0]!;
}
