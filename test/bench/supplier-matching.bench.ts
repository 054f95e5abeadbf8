import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { graphql } from 'graphql';
import { councils } from '@coop/councils';
import { spending } from '@coop/spending';
import { databaseOf, requestOf, sqliteWorld } from '@coop/test/kit';
import type { GraphPort } from '@coop/shared/graph';
import { buildSubgraph } from '@coop/shared/graphql';
import { bulkInsert } from '@coop/shared/persistence';
import { Organisation } from '../../subgraphs/councils/src/organisations/organisation.entity';
import {
  addOrganisationRows,
  noRows,
} from '../../subgraphs/councils/src/organisations/organisation-rows.queries';
import { insertRows } from '../../subgraphs/councils/src/organisations/write-organisation.command';
import { matchSuppliers } from '../../subgraphs/spending/src/suppliers/match-suppliers.command';
import { Supplier } from '../../subgraphs/spending/src/suppliers/supplier.entity';
import { newSupplier } from '../../subgraphs/spending/src/suppliers/supplier-row.queries';
import { report } from './harness';

// How well the names of suppliers are matched to a register, on a published ledger that was matched before.

const COUNCIL = 'E08000004';
const LABELLED = resolve(__dirname, '../../../shared/data/spending/oldham_2019_matched.csv');

/** Names on a real ledger with the numbers that another matcher found: a silver standard. */
function labelledNames(): { name: string; label: string; registered: string }[] {
  const payees = new Map<string, { name: string; label: string; registered: string }>();
  for (const line of readFileSync(LABELLED, 'utf8').split(/\r?\n/).slice(1)) {
    const cells = [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
      (match) => match[1]?.replace(/""/g, '"') ?? match[2] ?? '',
    );
    const [, , , name, , , , , registered = '', company, charity] = cells;
    if (name) payees.set(name, { name, label: company?.trim() || charity?.trim() || '', registered });
  }
  return [...payees.values()];
}

/** The directory of a register made of the labels, asked over the graph as spending asks it. */
async function matching(): Promise<void> {
  if (!existsSync(LABELLED)) return;
  const payees = labelledNames();
  const labelled = payees.filter(({ label }) => label !== '');
  const built = buildSubgraph(councils);
  const directory = await sqliteWorld(databaseOf(built));
  await directory.open();
  const world = await sqliteWorld(databaseOf(buildSubgraph(spending)));
  await world.open();
  try {
    const rows = noRows();
    for (const [label, name] of new Map(labelled.map((one) => [one.label, one.registered])))
      addOrganisationRows(
        rows,
        `organisation_${label}`,
        {
          name,
          kind: 'UNKNOWN',
          otherNames: [],
          entries: [],
          declaredVcse: null,
          declaredSme: null,
          councilGssCode: null,
          localAuthorityGssCode: null,
          postcode: null,
          illustrative: true,
        },
        directory.clock.now(),
      );
    await directory.database.transaction((manager) => insertRows(manager, rows));
    const graph: GraphPort = {
      ask: async <Data>(source: string, variableValues: Readonly<Record<string, unknown>>) => {
        const { data, errors } = await graphql({
          schema: built.schema,
          source,
          variableValues,
          contextValue: requestOf(directory),
        });
        if (errors) throw new Error(errors[0]?.message);
        return data as Data;
      },
    };
    await world.database.transaction((manager) =>
      bulkInsert(
        manager,
        Supplier,
        payees.map(({ name }) => newSupplier({ gssCode: COUNCIL, publishedId: name, name })),
      ),
    );
    await matchSuppliers({ ...world.context(), graph, token: null }, COUNCIL);
    const found = new Map(
      (await world.database.reader.find(Supplier)).map((row) => [row.name, row.organisationId]),
    );
    let right = 0;
    let wrong = 0;
    for (const { name, label } of payees) {
      const organisation = found.get(name) ?? null;
      if (organisation === null) continue;
      if (organisation === `organisation_${label}`) right += 1;
      else wrong += 1;
    }
    const registered = await directory.database.reader.count(Organisation);
    const detail = `${payees.length} names, a register of ${registered}`;
    report({
      name: 'suppliers matched over the graph: recall',
      ratio: right / labelled.length,
      atLeast: 0.94,
      detail,
    });
    report({
      name: 'suppliers matched over the graph: precision',
      ratio: right / (right + wrong),
      atLeast: 0.99,
      detail,
    });
  } finally {
    await world.end();
    await directory.end();
  }
}

void matching();
