import { databaseOf, describeDatabases, fuzzCommand, fuzzValidation, type World } from '@coop/test/kit';
import fc from 'fast-check';
import type { Command } from '@coop/shared/commands';
import { newId } from '@coop/shared/ids';
import { buildSubgraph } from '@coop/shared/graphql';
import { spending } from '..';
import { importOf } from '../duplicates/duplicates.fixture';
import { Payment } from '../payments/payment.entity';
import { redactName } from '../redaction/redact-name.command';
import { SupplierNameRedactInput } from '../redaction/redaction.types';
import { SpendImportSupersedeInput, SpendImportWithdrawInput } from './spend-import.types';
import { supersedeImport } from './supersede-import.command';
import { withdrawImport } from './withdraw-import.command';

const built = buildSubgraph(spending);
const statementOfReasons = 'Because it was asked for.';

describe('10,000 random inputs', () => {
  test.each<[string, new () => object, object]>([
    [
      'SpendImportWithdrawInput',
      SpendImportWithdrawInput,
      { id: 'import_1', statementOfReasons, idempotencyKey: 'key' },
    ],
    [
      'SpendImportSupersedeInput',
      SpendImportSupersedeInput,
      { id: 'import_1', supersededById: 'import_2', idempotencyKey: 'key' },
    ],
    [
      'SupplierNameRedactInput',
      SupplierNameRedactInput,
      { supplierId: 'supplier_1', statementOfReasons, idempotencyKey: 'key' },
    ],
  ])(
    'pass through the checks of %s, which only ever answer by problems',
    (_name, type, sound) => {
      const { accepted, refused } = fuzzValidation(type, fc.constant(sound));
      expect(accepted).toBeGreaterThan(500);
      expect(refused).toBeGreaterThan(1000);
    },
    120_000,
  );
});

interface Case {
  readonly command: Command<never>;
  /** Makes an input as a form would send it, for something new that it can be done to. */
  readonly make: (world: World) => Promise<object>;
}

/** An import of one payment to somebody of whom nothing was heard before. */
const anImport = (world: World) =>
  importOf(world, [{ supplier: `Supplier ${newId('name', world.clock.now())}` }]);

const CASES: Readonly<Record<string, Case>> = {
  spendImportWithdraw: {
    command: withdrawImport,
    make: async (world) => ({ id: (await anImport(world)).run, statementOfReasons }),
  },
  spendImportSupersede: {
    command: supersedeImport,
    make: async (world) => ({
      id: (await anImport(world)).run,
      supersededById: (await anImport(world)).run,
    }),
  },
  supplierNameRedact: {
    command: redactName,
    make: async (world) => {
      const [id] = (await anImport(world)).payments;
      const { supplierId } = await world.database.reader.findOneByOrFail(Payment, { id: id! });
      return { supplierId, statementOfReasons };
    },
  },
};

describeDatabases('200 random inputs', databaseOf(built), (world) => {
  test.each(Object.keys(CASES))(
    'to %s are done or refused by problems, and nothing is written by halves',
    async (name) => {
      const { command, make } = CASES[name]!;
      // Some inputs hit a thing that is new, others one that was done to before.
      const inputs: object[] = [];
      for (let count = 0; count < 12; count += 1) inputs.push(await make(world));
      const { accepted, refused } = await fuzzCommand(
        world,
        command as unknown as Command<object>,
        fc.constantFrom(...inputs),
        { actor: world.actor(), follow: ['duplicateScan'] },
      );
      expect(accepted).toBeGreaterThan(0);
      expect(refused).toBeGreaterThan(30);
    },
    120_000,
  );
});
