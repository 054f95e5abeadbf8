import fc from 'fast-check';
import { databaseOf, describeDatabases, loadDemoInto } from '@coop/test/kit';
import { checkInput, verifyAudit, type Command } from '@coop/shared/commands';
import { buildSubgraph } from '@coop/shared/graphql';
import { councils } from '..';
import { COUNCIL_FACTS } from '../demo/councils.facts';
import { addIdentifier } from './add-identifier.command';
import { mergeOrganisations } from './merge-organisations.command';
import { OrganisationKind } from './organisation.enums';
import { Organisation } from './organisation.entity';
import { IDENTIFIER_SCHEMES } from './identifier-schemes';
import {
  OrganisationIdentifierAddInput,
  OrganisationMergeInput,
  OrganisationRegisterInput,
  OrganisationUpdateInput,
} from './organisation-input.types';
import { registerOrganisation } from './register-organisation.command';
import { updateOrganisation } from './update-organisation.command';

const built = buildSubgraph(councils);

const KINDS = [
  'InvalidInput',
  'NotFound',
  'NotAllowed',
  'WrongState',
  'TooEarly',
  'TooLate',
  'LimitExceeded',
  'Ineligible',
  'Conflict',
];

/** Text as people and machines send it: words, emoji, right-to-left marks, halves of pairs, far too much. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.constantFrom(
    '',
    ' ',
    'Oldham Society Ltd',
    '\u202eمرحبا',
    '👩‍👩‍👧‍👦'.repeat(40),
    'ﷺ'.repeat(255),
    "'; DROP TABLE organisation; --",
    '\ud800',
    'x'.repeat(21_000),
  ),
);
const scheme = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...Object.keys(IDENTIFIER_SCHEMES)) }, text);
const number = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 99_999_999 }).map(String) },
  fc.constantFrom('06946098', '1134427', 'OLD', 'SC037605', 'IP29372R', 'abc'),
  text,
);
const flag = fc.option(fc.boolean());
const kind = fc.constantFrom(...Object.keys(OrganisationKind));
const council = fc.option(
  fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...COUNCIL_FACTS.map((fact) => fact.gssCode)) }, text),
);
const postcode = fc.option(fc.oneof({ weight: 4, arbitrary: fc.constantFrom('OL1 1AA', 'ol11aa') }, text));
const plainName = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('Oldham Society Ltd', 'Ü Club', '株式会社', 'ﷺ'.repeat(255)) },
  text,
);
const names = fc.option(
  fc.oneof(
    { weight: 3, arbitrary: fc.array(fc.constantFrom('A name', 'Another'), { maxLength: 4 }) },
    fc.array(text, { maxLength: 25 }),
  ),
);
const version = fc.option(fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 1, max: 3 }) }, fc.integer()), {
  freq: 1,
});
const someId = fc.oneof({ weight: 6, arbitrary: fc.nat(20).map((index) => `known:${index}`) }, text);

const INPUTS: Record<
  string,
  { type: new () => object; command: Command<never>; fields: Record<string, fc.Arbitrary<unknown>> }
> = {
  organisationRegister: {
    type: OrganisationRegisterInput,
    command: registerOrganisation as Command<never>,
    fields: {
      name: plainName,
      kind,
      identifiers: fc.option(fc.array(fc.record({ scheme, id: number }), { maxLength: 25 })),
      otherNames: names,
      declaredVcse: flag,
      declaredSme: flag,
      council,
      postcode,
    },
  },
  organisationUpdate: {
    type: OrganisationUpdateInput,
    command: updateOrganisation as Command<never>,
    fields: {
      id: someId,
      expectedVersion: version,
      name: fc.option(plainName),
      kind: fc.option(kind),
      addOtherNames: names,
      declaredVcse: flag,
      declaredSme: flag,
      council,
      postcode,
    },
  },
  organisationIdentifierAdd: {
    type: OrganisationIdentifierAddInput,
    command: addIdentifier as Command<never>,
    fields: { id: someId, expectedVersion: version, identifier: fc.record({ scheme, id: number }) },
  },
  organisationMerge: {
    type: OrganisationMergeInput,
    command: mergeOrganisations as Command<never>,
    fields: { survivorId: someId, absorbedId: someId, kind: fc.option(kind), isVcse: flag, isSme: flag },
  },
};

const NEEDED = new Set(['id', 'name', 'kind', 'identifier', 'survivorId', 'absorbedId']);

describe.each(Object.entries(INPUTS))('10,000 random inputs of %s', (_, { type, fields }) => {
  test('meet typed problems with a path, never an error', () => {
    // Any field may be anything at all, or missing.
    const wild = Object.fromEntries(
      Object.entries(fields).map(([key, value]) => [
        key,
        fc.oneof(value, fc.anything({ withBigInt: true, maxDepth: 1, maxKeys: 3 })),
      ]),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          { weight: 9, arbitrary: fc.record(wild, { requiredKeys: [] }) },
          fc.anything({ maxDepth: 2 }),
        ),
        (input) => {
          // One comparison for all problems: thousands of expectations cost more than what they look at.
          const untyped = checkInput(type, input).filter(
            ({ kind: found, path }) => found !== 'InvalidInput' || !Array.isArray(path),
          );
          if (untyped.length > 0) expect(untyped).toEqual([]);
        },
      ),
      { numRuns: 10_000 },
    );
  });
});

describeDatabases('200 random inputs through each command', databaseOf(built), (world) => {
  beforeAll(() => loadDemoInto(world, built));

  test.each(Object.entries(INPUTS))(
    '%s answers with typed problems, and what it wrote can be read',
    async (_, { command, fields }) => {
      const known = (await world.database.reader.find(Organisation, { take: 21, order: { id: 'ASC' } })).map(
        (row) => row.id,
      );
      const real = (input: object) =>
        Object.fromEntries(
          Object.entries(input).map(([key, value]: [string, unknown]) => [
            key,
            typeof value === 'string' && value.startsWith('known:') ? known[Number(value.slice(6))] : value,
          ]),
        );
      const actor = world.actor({ role: 'administrator' });
      let accepted = 0;
      const keys = Object.keys(fields);
      await fc.assert(
        fc.asyncProperty(
          fc.oneof(
            fc.record(fields),
            fc.record(fields, { requiredKeys: keys.filter((key) => NEEDED.has(key)) }),
            fc.record(fields, { requiredKeys: [] }),
          ),
          async (input) => {
            const result = await command.run(world.context(actor), real(input) as never);
            if (result.ok) accepted += 1;
            if (!result.ok) {
              expect(result.problems.length).toBeGreaterThan(0);
              for (const { kind: found } of result.problems) expect(KINDS).toContain(found);
            } else
              expect(await world.database.reader.existsBy(Organisation, { id: result.subject })).toBe(true);
          },
        ),
        { numRuns: 200 },
      );
      // Junk alone would prove little: some of it gets through.
      expect(accepted).toBeGreaterThan(0);
    },
    60_000,
  );

  test('and the audit trail verifies', async () => {
    expect(await verifyAudit(world.database)).toMatchObject({ ok: true });
  });
});
