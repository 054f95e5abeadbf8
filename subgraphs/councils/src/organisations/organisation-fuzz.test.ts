import { IsNull } from 'typeorm';
import fc from 'fast-check';
import { databaseOf, describeDatabases, fuzzCommand, fuzzValidation, loadDemoInto } from '@coop/test/kit';
import { verifyAudit, type Command } from '@coop/shared/commands';
import { buildSubgraph } from '@coop/shared/graphql';
import { councils } from '..';
import { COUNCIL_FACTS } from '../demo/councils.facts';
import { addIdentifier } from './add-identifier.command';
import { IDENTIFIER_SCHEMES } from './identifier-schemes';
import { mergeOrganisations } from './merge-organisations.command';
import { Organisation } from './organisation.entity';
import { OrganisationKind } from './organisation.enums';
import {
  OrganisationIdentifierAddInput,
  OrganisationMergeInput,
  OrganisationRegisterInput,
  OrganisationUpdateInput,
} from './organisation-input.types';
import { registerOrganisation } from './register-organisation.command';
import { updateOrganisation } from './update-organisation.command';

const built = buildSubgraph(councils);

const name = fc.oneof(
  fc.constantFrom('Oldham Society Ltd', 'Ü Club', '株式会社', 'ﷺ'.repeat(255), '\u202eمرحبا', '👩‍👩‍👧‍👦 Club'),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
);
const scheme = fc.constantFrom(...Object.keys(IDENTIFIER_SCHEMES));
const number = fc.oneof(
  fc.integer({ min: 0, max: 99_999_999 }).map(String),
  fc.constantFrom('06946098', '1134427', 'OLD', 'SC037605', 'IP29372R', 'abc'),
);
const identifier = fc.record({ scheme, id: number });
const flag = fc.option(fc.boolean());
const kind = fc.constantFrom(...Object.keys(OrganisationKind));
/** The council that the actor of these tests works for. */
const OWN = 'E08000004';
const council = fc.option(
  fc.oneof(fc.constant(OWN), fc.constantFrom(...COUNCIL_FACTS.map((fact) => fact.gssCode))),
);
const postcode = fc.option(fc.constantFrom('OL1 1AA', 'ol11aa', 'M1 1AE'));
const names = fc.option(fc.array(name, { maxLength: 5 }));
const expectedVersion = fc.option(fc.integer({ min: 1, max: 3 }), { freq: 1 });

interface Fuzzed {
  readonly type: new () => object;
  readonly command: Command<never>;
  /** Inputs as a form would send them, on records with these ids. */
  sound(id: fc.Arbitrary<string>): fc.Arbitrary<object>;
}

const COMMANDS: readonly Fuzzed[] = [
  {
    type: OrganisationRegisterInput,
    command: registerOrganisation as Command<never>,
    sound: () =>
      fc.record(
        {
          name,
          kind,
          identifiers: fc.option(fc.array(identifier, { maxLength: 3 })),
          otherNames: names,
          declaredVcse: flag,
          declaredSme: flag,
          council,
          postcode,
        },
        { requiredKeys: ['name', 'kind'] },
      ),
  },
  {
    type: OrganisationUpdateInput,
    command: updateOrganisation as Command<never>,
    sound: (id) =>
      fc.record(
        {
          id,
          expectedVersion,
          name: fc.option(name),
          kind: fc.option(kind),
          addOtherNames: names,
          declaredVcse: flag,
          declaredSme: flag,
          council,
          postcode,
        },
        { requiredKeys: ['id'] },
      ),
  },
  {
    type: OrganisationIdentifierAddInput,
    command: addIdentifier as Command<never>,
    sound: (id) => fc.record({ id, expectedVersion, identifier }, { requiredKeys: ['id', 'identifier'] }),
  },
  {
    type: OrganisationMergeInput,
    command: mergeOrganisations as Command<never>,
    sound: (id) =>
      fc.record(
        { survivorId: id, absorbedId: id, kind: fc.option(kind), isVcse: flag, isSme: flag },
        { requiredKeys: ['survivorId', 'absorbedId'] },
      ),
  },
];

const known: string[] = [];
const someId = fc.nat(30).map((index) => known[index] ?? 'organisation_nobody');
const byName = COMMANDS.map((each): [string, Fuzzed] => [each.command.name, each]);

test.each(byName)(
  '10,000 random inputs of %s meet typed problems with a path, never an error',
  (_, { type, sound }) => {
    const { accepted, refused } = fuzzValidation(type, sound(someId));
    expect(accepted).toBeGreaterThan(0);
    expect(refused).toBeGreaterThan(0);
  },
  60_000,
);

describeDatabases('random inputs through the commands on organisations', databaseOf(built), (world) => {
  beforeAll(async () => {
    await loadDemoInto(world, built);
    // Ten of any council, whose records are not the actor's to keep, and twenty that are.
    const order = { id: 'ASC' } as const;
    const own = [{ councilGssCode: OWN }, { councilGssCode: IsNull(), localAuthorityGssCode: IsNull() }];
    const rows = [
      ...(await world.database.reader.find(Organisation, { take: 10, order })),
      ...(await world.database.reader.find(Organisation, { where: own, take: 20, order })),
    ];
    known.splice(0, known.length, ...rows.map((row) => row.id));
  });

  test.each(byName)(
    '%s answers 200 of them with typed problems, or does what it says once',
    async (_, { command, sound }) => {
      const actor = world.actor({ role: 'administrator' });
      const { accepted, refused } = await fuzzCommand(world, command as Command<object>, sound(someId), {
        actor,
      });
      expect(accepted).toBeGreaterThan(0);
      expect(refused).toBeGreaterThan(0);
    },
    60_000,
  );

  test('the audit trail verifies afterwards', async () => {
    expect(await verifyAudit(world.database)).toMatchObject({ ok: true });
  });
});
