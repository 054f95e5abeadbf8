import { databaseOf, describeDatabases, requestOf } from '@coop/test/kit';
import { buildSubgraph } from '@coop/shared/graphql';
import { spending } from '..';
import { imported, type SaidPayment } from '../summary/summary.fixture';
import { dueBy, dutyOn } from './publication.rules';
import { CARD_DUTY, GRANT_DUTY, PUBLISHED_OVER_PENCE, SPEND_DUTY } from './transparency.law';
import { transparencyReport } from './transparency.queries';

const OLDHAM = 'E08000004';
const QUARTERLY = SPEND_DUTY.rows[0]!.value;
const YEARLY = GRANT_DUTY.rows[0]!.value;

test.each([
  ['2024-01', '2024-04-30'],
  ['2024-03', '2024-04-30'],
  ['2024-04', '2024-07-31'],
  ['2024-12', '2025-01-31'],
])('spending of %s is to be published by %s', (month, day) => {
  expect(dueBy(month, QUARTERLY)).toBe(day);
});

test.each([
  ['2024-04', '2025-04-30'],
  ['2025-03', '2025-04-30'],
  ['2025-04', '2026-04-30'],
])('a grant of %s is to be published by %s', (month, day) => {
  expect(dueBy(month, YEARLY)).toBe(day);
});

test('days before the Code are judged by its first row', () => {
  expect(dutyOn('CARD', '2012-01-01').duty).toBe(CARD_DUTY.rows[0]!.value);
});

test('what is kept is counted by the line of the Code', () => {
  expect(SPEND_DUTY.rows.at(-1)!.value.overPence).toBe(PUBLISHED_OVER_PENCE);
});

describeDatabases('a report on publication', databaseOf(buildSubgraph(spending)), (world) => {
  const paid = (paidOn: string, more: Partial<SaidPayment> = {}): SaidPayment => ({
    supplier: 'Acme Ltd',
    paidOn,
    amountPence: 60_000,
    department: 'Adults',
    purpose: 'Care',
    ...more,
  });

  test('tells months published, missing and late, and how far each field is filled', async () => {
    world.clock.set('2024-04-10T12:00:00Z');
    await imported(world, OLDHAM, [
      paid('2023-07-03'),
      paid('2023-07-04', { amountPence: 50_000 }),
      paid('2023-09-05', { department: null }),
      paid('2023-09-06', { channel: 'CARD', amountPence: 900 }),
      paid('2024-02-06', { channel: 'GRANT' }),
    ]);
    const report = await transparencyReport(requestOf(world), OLDHAM, 'SPEND');
    expect(report).toMatchObject({
      monthsPublished: ['2023-07', '2023-09', '2024-02'],
      monthsMissing: ['2023-08', '2023-10', '2023-11', '2023-12'],
      monthsLate: [
        { month: '2023-07', dueBy: '2023-10-31', importedOn: '2024-04-10' },
        { month: '2023-09', dueBy: '2023-10-31', importedOn: '2024-04-10' },
      ],
      rowCount: 3,
      fieldsAbsent: ['Irrecoverable VAT', 'Merchant Category'],
      rule: { section: 'paras. 28–29' },
    });
    expect(report.fieldCompleteness).toContainEqual({ field: 'Department', share: 2 / 3 });
    expect(report.fieldCompleteness).toContainEqual({ field: 'Date', share: 1 });
    const card = await transparencyReport(requestOf(world), OLDHAM, 'CARD');
    expect(card).toMatchObject({ monthsPublished: ['2023-09'], rowCount: 1 });
    const grants = await transparencyReport(requestOf(world), OLDHAM, 'GRANT');
    expect(grants).toMatchObject({ monthsPublished: ['2024-02'], monthsMissing: [], rowCount: 1 });
  });

  test('is of nothing where nothing was published', async () => {
    const report = await transparencyReport(requestOf(world), 'E09000022', 'SPEND');
    expect(report).toMatchObject({ monthsPublished: [], monthsMissing: [], rowCount: 0 });
  });
});
