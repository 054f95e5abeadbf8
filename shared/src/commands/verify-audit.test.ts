import { describeDatabases } from '@coop/test/kit';
import { accountOpen, LEDGER } from '@coop/test/kit/ledger';
import { auditHash, verifyAudit } from '.';
import { AuditEntry, AuditTail } from '../persistence';

const OLDHAM = 'E08000004';
const TRAFFORD = 'E08000009';

describeDatabases('the audit trail', LEDGER, (world) => {
  beforeEach(async () => {
    await world.clear();
    for (let index = 1; index <= 6; index += 1) {
      await accountOpen.run(world.context(), { name: `account ${index}`, pence: index });
      world.clock.advance(1_234);
    }
    const neighbour = world.actor({ council: TRAFFORD, subject: 'officer-2' });
    await accountOpen.run(world.context(neighbour), { name: 'neighbour', pence: 1 });
  });

  /** Does what nobody may do: writes the trail past the door. */
  const tamper = (table: 'audit_entry' | 'audit_tail', change: string) =>
    world.database.transaction((manager) => manager.query(change.replace('TRAIL', table)));
  const faults = async () => (await verifyAudit(world.database)).faults;
  const where = (sequence: number) => `WHERE council = '${OLDHAM}' AND sequence = ${sequence}`;

  test('verifies as it was written, council by council', async () => {
    const report = await verifyAudit(world.database);
    expect(report).toMatchObject({ ok: true, entries: 7, faults: [] });
    expect(report.trails.map(({ council, entries }) => [council, entries])).toEqual([
      [OLDHAM, 6],
      [TRAFFORD, 1],
    ]);
    const tail = await world.database.reader.findOneByOrFail(AuditTail, { council: OLDHAM });
    expect(report.trails[0]?.lastHash).toBe(tail.hash);
  });

  test('says who did what to what', async () => {
    const entry = await world.database.reader.findOneByOrFail(AuditEntry, { council: OLDHAM, sequence: 3 });
    expect(entry).toMatchObject({
      actor: 'officer-1',
      role: 'officer',
      action: 'accountOpen',
      changes: '{"pence":3}',
    });
    expect(entry.subject).toMatch(/^account_/);
  });

  test.each([
    ['changes', `'{"pence":4}'`],
    ['actor', `'somebody'`],
    ['subject', `'account_else'`],
    ['role', `'auditor'`],
    ['action', `'accountClose'`],
    ['request_id', `'other'`],
    ['at', `'2026-06-02 00:00:00.000'`],
  ])('a changed %s is found and its row named', async (name, value) => {
    const escaped = world.database.kind === 'mysql' ? `\`${name}\`` : `"${name}"`;
    await tamper('audit_entry', `UPDATE TRAIL SET ${escaped} = ${value} ${where(3)}`);
    expect(await faults()).toEqual([
      { council: OLDHAM, sequence: 3, kind: 'CHANGED', message: 'Row 3 was changed after it was written.' },
    ]);
  });

  test('a row that was changed and sealed anew no longer fits the next one', async () => {
    const row = await world.database.reader.findOneByOrFail(AuditEntry, { council: OLDHAM, sequence: 3 });
    const changed = { ...row, changes: '{"pence":999}' };
    await tamper(
      'audit_entry',
      `UPDATE TRAIL SET changes = '${changed.changes}', hash = '${auditHash(changed)}' ${where(3)}`,
    );
    expect(await faults()).toMatchObject([{ council: OLDHAM, sequence: 3, kind: 'CHANGED' }]);
  });

  test('a last row that was changed and sealed anew no longer fits the tail', async () => {
    const row = await world.database.reader.findOneByOrFail(AuditEntry, { council: OLDHAM, sequence: 6 });
    const changed = { ...row, changes: '{"pence":999}' };
    await tamper(
      'audit_entry',
      `UPDATE TRAIL SET changes = '${changed.changes}', hash = '${auditHash(changed)}' ${where(6)}`,
    );
    expect(await faults()).toMatchObject([{ council: OLDHAM, sequence: 6, kind: 'CHANGED' }]);
  });

  test('deleted rows are found and named', async () => {
    await tamper('audit_entry', `DELETE FROM TRAIL ${where(2)}`);
    expect(await faults()).toMatchObject([{ sequence: 2, kind: 'MISSING', message: 'Row 2 is missing.' }]);
    await tamper('audit_entry', `DELETE FROM TRAIL ${where(3)}`);
    expect(await faults()).toMatchObject([{ sequence: 2, message: 'Rows 2 to 3 are missing.' }]);
  });

  test('rows that changed places are found and named', async () => {
    await tamper('audit_entry', `UPDATE TRAIL SET sequence = 99 ${where(2)}`);
    await tamper('audit_entry', `UPDATE TRAIL SET sequence = 2 ${where(5)}`);
    await tamper('audit_entry', `UPDATE TRAIL SET sequence = 5 ${where(99)}`);
    expect(await faults()).toEqual([
      { council: OLDHAM, sequence: 2, kind: 'REORDERED', message: 'Row 2 was written as row 5.' },
    ]);
  });

  test('a trail cut off at its end is found by its tail', async () => {
    await tamper('audit_entry', `DELETE FROM TRAIL WHERE council = '${OLDHAM}' AND sequence > 4`);
    expect(await faults()).toMatchObject([
      { council: OLDHAM, sequence: 5, kind: 'TRUNCATED', message: expect.stringContaining('rows 5 to 6') },
    ]);
  });

  test('a trail that was deleted as a whole is found by its tail', async () => {
    await tamper('audit_entry', `DELETE FROM TRAIL WHERE council = '${TRAFFORD}'`);
    expect(await faults()).toMatchObject([{ council: TRAFFORD, sequence: 1, kind: 'TRUNCATED' }]);
  });

  test('a tail that was deleted or set back is found', async () => {
    await tamper('audit_tail', `UPDATE TRAIL SET sequence = 5 WHERE council = '${OLDHAM}'`);
    expect(await faults()).toMatchObject([{ council: OLDHAM, sequence: 5, kind: 'CHANGED' }]);
    await tamper('audit_tail', `DELETE FROM TRAIL WHERE council = '${OLDHAM}'`);
    expect(await faults()).toMatchObject([{ council: OLDHAM, sequence: 1, kind: 'MISSING' }]);
  });
});
