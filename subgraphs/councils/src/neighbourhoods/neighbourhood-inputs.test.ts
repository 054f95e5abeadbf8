import fc from 'fast-check';
import { databaseOf, describeDatabases, loadDemoInto } from '@coop/test/kit';
import { checkInput, type Command } from '@coop/shared/commands';
import { buildSubgraph } from '@coop/shared/graphql';
import { councils } from '..';
import { defineNeighbourhood } from './define-neighbourhood.command';
import {
  NeighbourhoodDefineInput,
  NeighbourhoodRedefineInput,
  NeighbourhoodSupersedeInput,
} from './neighbourhood-input.types';
import { Neighbourhood } from './neighbourhood.entity';
import { redefineNeighbourhood } from './redefine-neighbourhood.command';
import { supersedeNeighbourhood } from './supersede-neighbourhood.command';

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    '',
    ' ',
    '😀'.repeat(120),
    'שלום',
    '\u0000',
    '\uD800',
    "x' OR 1=1",
    'E05014646',
    'E08000004',
  ),
);
const day = fc.oneof(
  fc.constantFrom('2024-01-01', '2024-02-30', '0001-01-01', '9999-12-31', '0000-00-00'),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)),
  text,
);
const junk = fc.oneof(
  text,
  day,
  fc.constantFrom<unknown>(undefined, null, NaN, -1, 1e300, true, [], {}, [null], { ward: [] }, [[1]]),
);
const part = fc.record({ ward: fc.oneof(fc.constantFrom('E05014646', 'E05011438'), junk), part: junk });
const parts = fc.oneof(
  { weight: 4, arbitrary: fc.array(part, { maxLength: 5 }) },
  { weight: 1, arbitrary: junk },
);
const lists = fc.oneof(fc.array(junk, { maxLength: 4 }), junk);
const INPUTS: [string, new () => object, Command<never>, (id: string) => fc.Arbitrary<object>][] = [
  [
    'neighbourhoodDefine',
    NeighbourhoodDefineInput,
    defineNeighbourhood as Command<never>,
    () =>
      fc.record({
        council: fc.oneof(fc.constant('E08000004'), junk),
        name: text,
        from: day,
        parts,
        councils: lists,
      }),
  ],
  [
    'neighbourhoodRedefine',
    NeighbourhoodRedefineInput,
    redefineNeighbourhood as Command<never>,
    (id) =>
      fc.record({
        id: fc.oneof(fc.constant(id), junk),
        name: junk,
        from: day,
        parts,
        councils: lists,
        expectedVersion: fc.oneof(fc.constant(1), junk),
      }),
  ],
  [
    'neighbourhoodSupersede',
    NeighbourhoodSupersedeInput,
    supersedeNeighbourhood as Command<never>,
    (id) =>
      fc.record({
        id: fc.oneof(fc.constant(id), junk),
        on: day,
        byId: junk,
        expectedVersion: fc.oneof(fc.constant(1), junk),
      }),
  ],
];

test.each(INPUTS)(
  '%s answers whatever it is given with problems, each with its path',
  (_name, type, _command, inputs) => {
    fc.assert(
      fc.property(inputs('neighbourhood_1'), (input) =>
        checkInput(type, input).every(({ kind, path }) => kind === 'InvalidInput' && path !== undefined),
      ),
      { numRuns: 10_000 },
    );
  },
  120_000,
);

const built = buildSubgraph(councils);
describeDatabases('any input to the commands of neighbourhoods', databaseOf(built), (world) => {
  beforeAll(() => loadDemoInto(world, built));

  test.each(INPUTS)(
    '%s is carried out or refused with problems',
    async (_name, _type, command, inputs) => {
      const { id } = await world.database.reader.findOneByOrFail(Neighbourhood, { name: 'Chadderton' });
      await fc.assert(
        fc.asyncProperty(inputs(id), async (input) => {
          const before = await world.database.reader.count(Neighbourhood);
          const result = await command.run(world.context(), input as never);
          if (result.ok) return;
          expect(result.problems.length).toBeGreaterThan(0);
          expect(await world.database.reader.count(Neighbourhood)).toBe(before);
        }),
        { numRuns: 200 },
      );
    },
    120_000,
  );
});
