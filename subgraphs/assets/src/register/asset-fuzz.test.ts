import { databaseOf, describeDatabases } from '@coop/test/kit';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkInput, type Command } from '@coop/shared/commands';
import { buildSubgraph } from '@coop/shared/graphql';
import { assets } from '../index';
import {
  AssetRegisterInput,
  AssetRestoreInput,
  AssetRetireInput,
  AssetStewardEndInput,
  AssetStewardRecordInput,
  AssetUpdateInput,
} from './asset-inputs.types';
import { HoldingPurpose, RetirementReason, StewardResponsibility, Tenure, TenureDetail } from './asset.enums';
import { endSteward } from './end-steward.command';
import { recordSteward } from './record-steward.command';
import { registerAsset } from './register-asset.command';
import { restoreAsset } from './restore-asset.command';
import { retireAsset } from './retire-asset.command';
import { updateAsset } from './update-asset.command';

const built = buildSubgraph(assets);

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  fc.constantFrom(
    '',
    ' ',
    'OL1 1UT',
    '100012797623',
    'مكتبة',
    '🏛️ Hall',
    '2026-02-30',
    '2026-03-02',
    'E08000004',
  ),
  fc.constant('x'.repeat(20_001)),
);
const figure = fc.oneof(fc.double(), fc.integer(), fc.constantFrom(53.54, -2.11, 392_000, 407_500));
const odd = fc.oneof(
  fc.constant(null),
  fc.constant(undefined),
  fc.boolean(),
  fc.array(text, { maxLength: 2 }),
);
const any = fc.oneof(text, figure, odd);
/** A value of the right kind most of the time, else anything. */
const mostly = <Value>(right: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 4, arbitrary: right as fc.Arbitrary<unknown> }, { weight: 1, arbitrary: any });
const oneOf = (values: object) => mostly(fc.constantFrom(...Object.keys(values)));

const details = {
  reference: mostly(text),
  uprn: mostly(fc.constantFrom('100012797623', '7', null)),
  streetName: mostly(text),
  postcode: mostly(fc.constantFrom('OL1 1UT', 'M31', null)),
  tenure: oneOf(Tenure),
  tenureDetail: oneOf(TenureDetail),
  holdingPurpose: oneOf(HoldingPurpose),
  landAreaSquareMetres: mostly(fc.double({ min: 0, max: 1e6, noNaN: true })),
  effectiveOn: mostly(fc.constantFrom('2026-03-02', null)),
  location: mostly(fc.record({ latitude: mostly(figure), longitude: mostly(figure) }, { requiredKeys: [] })),
  wardGssCode: mostly(fc.constantFrom('E05014650', null)),
};
const OPTIONAL = { requiredKeys: [] };

interface Case {
  readonly command: Command<never>;
  readonly type: new () => object;
  readonly input: (assetId: string, version: number) => fc.Arbitrary<object>;
}

const known = (assetId: string) => mostly(fc.constant(assetId));
const CASES: readonly Case[] = [
  {
    command: registerAsset,
    type: AssetRegisterInput,
    input: () =>
      fc.record({ gssCode: mostly(fc.constant('E08000004')), name: mostly(text), ...details }, OPTIONAL),
  },
  {
    command: updateAsset,
    type: AssetUpdateInput,
    input: (assetId, version) =>
      fc.record(
        {
          assetId: known(assetId),
          expectedVersion: mostly(fc.constant(version)),
          name: mostly(text),
          ...details,
        },
        OPTIONAL,
      ),
  },
  {
    command: retireAsset,
    type: AssetRetireInput,
    input: (assetId) =>
      fc.record(
        {
          assetId: known(assetId),
          reason: oneOf(RetirementReason),
          statementOfReasons: mostly(text),
          on: mostly(text),
        },
        OPTIONAL,
      ),
  },
  {
    command: restoreAsset,
    type: AssetRestoreInput,
    input: (assetId) => fc.record({ assetId: known(assetId) }, OPTIONAL),
  },
  {
    command: recordSteward('UNVERIFIED'),
    type: AssetStewardRecordInput,
    input: (assetId) =>
      fc.record(
        {
          assetId: known(assetId),
          name: mostly(text),
          organisationId: mostly(text),
          responsibility: oneOf(StewardResponsibility),
          leaseUntil: mostly(fc.constantFrom('2051-03-31', null)),
          rentPence: mostly(fc.integer()),
        },
        OPTIONAL,
      ),
  },
  {
    command: endSteward,
    type: AssetStewardEndInput,
    input: (assetId) => fc.record({ assetId: known(assetId) }, OPTIONAL),
  },
];

describe('ten thousand random inputs', () => {
  test.each(CASES.map((one) => [one.command.name, one] as const))(
    'of %s are checked without a fault',
    (_, { type, input }) => {
      fc.assert(
        fc.property(input('asset_x', 1), (random) => {
          for (const { kind, message } of checkInput(type, random)) {
            expect(kind).toBe('InvalidInput');
            expect(message).not.toBe('');
          }
        }),
        { numRuns: 10_000 },
      );
    },
    120_000,
  );
});

describeDatabases('two hundred random inputs', databaseOf(built), (world) => {
  test.each(CASES.map((one) => [one.command.name, one] as const))(
    'of %s are done and audited, or refused with nothing written',
    async (_, { command, input }) => {
      await world.clear();
      const first = await registerAsset.run(world.context(), { gssCode: 'E08000004', name: 'Hall' });
      if (!first.ok) throw new Error('The asset could not be registered.');
      const reader = () => world.database.reader;
      // Every write adds an asset or counts a version up, and adds to the trail.
      const state = () =>
        reader().query<object[]>(
          'SELECT (SELECT COUNT(*) FROM asset) assets, (SELECT SUM(version) FROM asset) versions, (SELECT COUNT(*) FROM audit_entry) entries',
        );
      await fc.assert(
        fc.asyncProperty(input(first.subject, 1), async (random) => {
          const before = await state();
          const result = await command.run(world.context(), random as never);
          if (result.ok) expect(await state()).not.toEqual(before);
          else {
            expect(result.problems.length).toBeGreaterThan(0);
            expect(await state()).toEqual(before);
          }
        }),
        { numRuns: 200 },
      );
    },
    120_000,
  );
});
