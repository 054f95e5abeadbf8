import { ROLES, type Role } from '@coop/shared/nouns';
import { AuditEntry } from '@coop/shared/persistence';
import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery } from 'graphql';
import { everyMutation, idsThatAreThere, type MutationCall } from '../kit/every-mutation';
import { testGraph } from '../kit/graph';
import { ledger } from '../kit/ledger-subgraph';

const OLDHAM = 'E08000004';
const LAMBETH = 'E09000022';
const OPEN = `mutation Open($input: AccountOpenInput!) {
  accountOpen(input: $input) { account { id balancePence council { name } } problems { __typename message } }
}`;
const CREDIT = `mutation Credit($input: AccountCreditInput!) {
  accountCredit(input: $input) { account { balancePence } problems { __typename ... on NotAllowed { needs } } }
}`;

/**
 * What somebody from outside may do all the same, by mutation: an owner gives notice and a group asks for land
 * wherever that lies. Whoever works for a council, or looks over its books, has no such business in another.
 */
const FROM_ANYWHERE: Readonly<Record<string, readonly string[]>> = {
  resident: ['assetNominate', 'disposalNotify', 'transferEnquire'],
  group: ['assetNominate', 'disposalRequestBid', 'transferEnquire'],
};

interface Opened {
  readonly accountOpen: { readonly account: { readonly id: string } };
}

describe('writing', () => {
  const graph = testGraph({ more: [ledger] });

  async function openAccount(name: string): Promise<string> {
    const { data } = await graph.ask<Opened>(
      OPEN,
      { input: { name, pence: 100 } },
      { token: await graph.token() },
    );
    return data?.accountOpen.account.id ?? '';
  }

  test('an officer writes for their council, and reads it back as part of the council', async () => {
    const { data, errors } = await graph.ask(
      OPEN,
      { input: { name: 'Tills', pence: 250 } },
      { token: await graph.token() },
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      accountOpen: {
        account: { id: expect.any(String), balancePence: 250, council: { name: 'Oldham' } },
        problems: [],
      },
    });
  });

  test('nobody writes without a token', async () => {
    const { codes } = await graph.ask(OPEN, { input: { name: 'Nobody', pence: 1 } });
    expect(codes).toEqual(['UNAUTHENTICATED']);
  });

  test('the officer of another council is refused and told who may, by the gateway and at the own port', async () => {
    const input = { accountId: await openAccount('Guarded'), pence: 5 };
    const token = await graph.token({ council: LAMBETH, subject: 'officer-2' });
    const refused = {
      accountCredit: {
        account: null,
        problems: [{ __typename: 'NotAllowed', needs: 'an officer of the council' }],
      },
    };
    expect((await graph.ask(CREDIT, { input }, { token })).data).toEqual(refused);
    expect((await graph.askSubgraph('ledger', CREDIT, { input }, { token })).data).toEqual(refused);
    const own = await graph.ask(CREDIT, { input }, { token: await graph.token() });
    expect(own.data).toEqual({ accountCredit: { account: { balancePence: 105 }, problems: [] } });
  });

  test('no mutation lets anybody of another council write in a council’s trail', async () => {
    await openAccount('Coveted');
    const schema = buildClientSchema(
      (await graph.ask<IntrospectionQuery>(getIntrospectionQuery())).data as IntrospectionQuery,
    );
    const calls = everyMutation(schema, await idsThatAreThere(graph.running.open), OLDHAM);
    expect(calls.map(({ name }) => name)).toEqual(expect.arrayContaining(['accountOpen', 'accountCredit']));
    const roles = (Object.keys(ROLES) as Role[]).filter((role) => role !== 'administrator');
    for (const role of roles) {
      const token = await graph.token({ subject: `stranger-${role}`, role, council: LAMBETH });
      await Promise.all(calls.map((call) => expectNoFault(call, token)));
    }
    for (const { name, database } of graph.running.open) {
      const written = await database.reader.findBy(AuditEntry, { council: OLDHAM });
      const strangers = written.filter(
        ({ actor, role, action }) => actor.startsWith('stranger-') && !FROM_ANYWHERE[role]?.includes(action),
      );
      expect([name, strangers.map(({ action, role }) => `${action} as ${role}`)]).toEqual([name, []]);
    }
  });

  test('a reference says nothing that the thing itself would not, and writes nothing', async () => {
    const id = await openAccount('Referred to');
    const { data } = await graph.askSubgraph(
      'ledger',
      `query Entities($those: [_Any!]!) { _entities(representations: $those) { __typename ... on LedgerAccount { name } } }`,
      {
        those: [
          { __typename: 'LedgerAccount', id, name: 'Renamed', balancePence: 0 },
          { __typename: 'LedgerAccount', id: 'account_none' },
          { __typename: 'LedgerAccount' },
        ],
      },
    );
    expect(data).toEqual({ _entities: [{ __typename: 'LedgerAccount', name: 'Referred to' }, null, null] });
  });

  /** Refused or not: no call may end in a fault of ours. */
  async function expectNoFault({ name, query, variables }: MutationCall, token: string): Promise<void> {
    const { codes } = await graph.ask(query, variables, { token });
    expect([name, codes]).not.toEqual([name, expect.arrayContaining(['INTERNAL_SERVER_ERROR'])]);
  }
});
