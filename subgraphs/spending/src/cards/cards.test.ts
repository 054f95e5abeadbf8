import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countRows, databaseOf, describeDatabases } from '@coop/test/kit';
import { buildSubgraph } from '@coop/shared/graphql';
import { AuditEntry } from '@coop/shared/persistence';
import { spending } from '..';
import { found, importOf, people, run, subjectOf } from '../duplicates/duplicates.fixture';
import { adoptCardPolicy } from './adopt-card-policy.command';
import { CardBreach } from './card-breach.entity';
import { cardDetailImporter } from './card-details.import';
import { CardPolicy } from './card-policy.entity';
import { CardTransaction } from './card-transaction.entity';
import { Card, CardLimit } from './card.entity';
import { aBreach, aPolicy, breaches, check, detailsOf, HEADER, soundPolicy } from './cards.fixture';
import { decideCardBreach, explainCardBreach, settleCardBreach } from './decide-card-breach.command';
import { runCardControls } from './run-card-controls.command';
import { setCardLimit } from './set-card-limit.command';

describeDatabases('card controls', databaseOf(buildSubgraph(spending)), (world) => {
  beforeEach(() => world.clear());
  const breach = (id: string) => world.database.reader.findOneByOrFail(CardBreach, { id });

  test('read who bought, who approved and when the receipt came, and keep no card number', async () => {
    const outcome = await detailsOf(
      world,
      HEADER,
      'T1,Ann Example,Bea Sample,05/03/2026,4929 1234 5678 9012',
      'T2,Ann Example,,,4929123456789012',
      'T2,Ann Example,,,4929123456789012',
      ',Nobody,,,',
    );
    expect(outcome).toMatchObject({ rows: 4, imported: 2, alreadyThere: 0, rejected: 2, refused: null });
    const { reader } = world.database;
    expect(await reader.find(Card)).toMatchObject([{ label: 'card ending 9012', cardholder: 'Ann Example' }]);
    expect(await reader.find(CardTransaction, { order: { reference: 'ASC' } })).toMatchObject([
      { reference: 'T1', approver: 'Bea Sample', receiptOn: '2026-03-05' },
      { reference: 'T2', approver: null, receiptOn: null },
    ]);
    const everything = JSON.stringify([await reader.find(Card), await reader.find(CardTransaction)]);
    expect(everything).not.toMatch(/4929/);
    expect(
      await detailsOf(world, HEADER, 'T1,Ann Example,Bea Sample,05/03/2026,4929123456789012'),
    ).toMatchObject({
      ...{ imported: 0, alreadyThere: 1 },
    });
  });

  test('run by themselves when a file of detail is imported', async () => {
    await aPolicy(world);
    await importOf(world, [{ channel: 'CARD', reference: 'T1', amountPence: 100, paidOn: '2026-03-04' }]);
    const folder = await mkdtemp(join(tmpdir(), 'coop-cards-'));
    const file = join(folder, 'cards.csv');
    await writeFile(file, `${HEADER}\nT1,Ann Example,Ann Example,05/03/2026,1\n`);
    await cardDetailImporter.run({
      ...{ database: world.database, clock: world.clock, actor: people(world).officer, files: [file] },
      ...{ options: { council: 'E08000004' }, progress: () => undefined },
    });
    await rm(folder, { recursive: true });
    expect(await breaches(world)).toMatchObject([{ kind: 'APPROVER_IS_CARDHOLDER' }]);
  });

  test('meet the published payments with their detail by the number of the transaction', async () => {
    await aPolicy(world);
    const day = { channel: 'CARD', paidOn: '2026-03-04' } as const;
    const { payments } = await importOf(world, [
      { ...day, reference: 'T1', amountPence: 30_000 },
      { ...day, reference: 'T1', amountPence: 30_000 },
      { ...day, reference: 'T2', amountPence: 100, merchantCategory: 'Betting Shops' },
    ]);
    await detailsOf(world, HEADER, 't1,Ann Example,Ann Example,05/03/2026,1', 'T2,Ann Example,Bea Sample,,1');
    expect(await check(world)).toMatchObject({ receipt: { purchases: 2, found: 4 } });
    const rows = await breaches(world);
    expect(rows.map(({ kind }) => kind)).toEqual([
      'APPROVER_IS_CARDHOLDER',
      'BLOCKED_CATEGORY',
      'OVER_TRANSACTION_LIMIT',
      'RECEIPT_MISSING',
    ]);
    expect(rows[2]).toMatchObject({
      amountPence: 60_000,
      paymentIds: payments.slice(0, 2),
      boughtOn: '2026-03-04',
    });
    expect(rows[2]!.rule).toEqual({ title: 'Purchasing card policy', section: 's. 4', url: null });
  });

  test('keep what people made of a breach, and drop what is a breach no more', async () => {
    const { id } = await aBreach(world);
    subjectOf(await run(world, decideCardBreach, { id, outcome: 'UPHELD', statementOfReasons: 'Seen.' }));
    await aBreach(world);
    await check(world);
    expect(await breaches(world)).toHaveLength(2);
    await world.database.transaction((manager) => manager.query('DELETE FROM payment'));
    await check(world);
    expect(await breaches(world)).toMatchObject([{ id, state: 'UPHELD', isCurrent: false }]);
  });

  test('have breaches explained by one person and decided by another', async () => {
    const { id } = await aBreach(world);
    const { officer, auditor } = people(world);
    const decision = { id, outcome: 'ACCEPTED', statementOfReasons: 'Seen.' } as const;
    const settled = { id, recoveredPence: 0, statementOfReasons: 'Talked to.' };
    subjectOf(await run(world, explainCardBreach, { id, explanation: 'The till was down.' }, officer));
    expect(found(await run(world, decideCardBreach, decision, officer))).toEqual(['Ineligible']);
    expect(found(await run(world, settleCardBreach, settled, auditor))).toEqual(['WrongState']);
    subjectOf(await run(world, decideCardBreach, { ...decision, outcome: 'UPHELD' }, auditor));
    subjectOf(await run(world, settleCardBreach, settled, officer));
    expect(await breach(id)).toMatchObject({
      state: 'SETTLED',
      explainedBy: 'officer-1',
      decidedOn: '2026-06-01',
    });
    expect(found(await run(world, settleCardBreach, settled, officer))).toEqual(['WrongState']);
  });

  test('are for finance officers and auditors of the council; nothing is written for others', async () => {
    const { id } = await aBreach(world);
    await detailsOf(world, HEADER, 'T1,Ann Example,Bea Sample,05/03/2026,1');
    const [card] = await world.database.reader.find(Card);
    const limit = { cardId: card!.id, fromOn: '2026-05-01', transactionPence: 1, monthPence: 2 };
    const { elsewhere, auditor, auditorElsewhere, analyst, resident } = people(world);
    const before = await countRows(world);
    for (const actor of [elsewhere, auditorElsewhere, analyst, resident]) {
      for (const result of [
        await run(world, runCardControls, { council: 'E08000004' }, actor),
        await run(world, adoptCardPolicy, { ...soundPolicy, fromOn: '2026-12-01' }, actor),
      ])
        expect(found(result)).toEqual(['NotAllowed']);
      // To whoever has such things in another council, these are as good as none, whether or not they are there.
      const breach = [elsewhere, auditorElsewhere].includes(actor) ? 'NotFound id' : 'NotAllowed';
      const limited = actor === elsewhere ? 'NotFound cardId' : 'NotAllowed';
      for (const one of [id, 'breach_none']) {
        const reasons = { id: one, statementOfReasons: 'x' };
        for (const result of [
          await run(world, explainCardBreach, { id: one, explanation: 'x' }, actor),
          await run(world, decideCardBreach, { ...reasons, outcome: 'UPHELD' }, actor),
          await run(world, settleCardBreach, { ...reasons, recoveredPence: 0 }, actor),
        ])
          expect(found(result)).toEqual([breach]);
      }
      for (const cardId of [limit.cardId, 'card_none'])
        expect(found(await run(world, setCardLimit, { ...limit, cardId }, actor))).toEqual([limited]);
    }
    expect(found(await run(world, setCardLimit, limit, auditor))).toEqual(['NotAllowed']);
    expect(await countRows(world)).toEqual(before);
  });

  test('hold a card to its own limits from a day on', async () => {
    await detailsOf(world, HEADER, 'T1,Ann Example,Bea Sample,05/03/2026,1');
    const [card] = await world.database.reader.find(Card);
    const { officer } = people(world);
    const limit = { cardId: card!.id, fromOn: '2026-03-01', transactionPence: 100, monthPence: 200 };
    subjectOf(await run(world, setCardLimit, limit, officer));
    subjectOf(await run(world, setCardLimit, { ...limit, fromOn: '2026-05-01' }, officer));
    expect(found(await run(world, setCardLimit, limit, officer))).toEqual(['InvalidInput fromOn']);
    expect(await world.database.reader.find(CardLimit, { order: { fromOn: 'ASC' } })).toMatchObject([
      { fromOn: '2026-03-01', untilOn: '2026-04-30' },
      { fromOn: '2026-05-01', untilOn: null },
    ]);
    await aPolicy(world);
    await importOf(world, [{ channel: 'CARD', reference: 'T1', amountPence: 101, paidOn: '2026-03-05' }]);
    await check(world);
    expect(await breaches(world)).toMatchObject([{ kind: 'OVER_TRANSACTION_LIMIT', fence: 100 }]);
  });

  test('go by a policy that follows the one before it', async () => {
    await aPolicy(world);
    const { officer } = people(world);
    const bad = { ...soundPolicy, title: ' ', url: 'javascript:alert(1)', transactionPence: 300_000 };
    expect(found(await run(world, adoptCardPolicy, bad, officer))).toEqual([
      'InvalidInput title',
      'InvalidInput url',
      'InvalidInput fromOn',
      'LimitExceeded transactionPence',
    ]);
    await aPolicy(world, { fromOn: '2026-07-01' });
    expect(await world.database.reader.find(CardPolicy, { order: { fromOn: 'ASC' } })).toMatchObject([
      { fromOn: '2026-01-01', untilOn: '2026-06-30' },
      { fromOn: '2026-07-01', untilOn: null },
    ]);
  });

  test('leave no names and explanations in the audit trail', async () => {
    const { id } = await aBreach(world);
    await detailsOf(world, HEADER, 'T1,Ann Example,Bea Sample,05/03/2026,1');
    subjectOf(await run(world, explainCardBreach, { id, explanation: 'The till was down.' }));
    const entries = await world.database.reader.find(AuditEntry);
    expect(JSON.stringify(entries)).not.toMatch(/Example|Sample|till/);
  });
});
