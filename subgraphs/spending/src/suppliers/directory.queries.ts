import type { RequestContext } from '@coop/shared/graphql';
import { orgIdsOf, type OrganisationFacts } from './supplier-facts.rules';

/** Who asks the graph, and how. */
export type DirectoryCaller = Pick<RequestContext, 'graph' | 'token' | 'requestId'>;

/** What the directory says of a name or number. */
export type DirectoryAnswer =
  | {
      readonly outcome: 'MATCHED';
      readonly method: 'NUMBER' | 'NORMAL_FORM' | 'SPACING' | 'PART_OF_NAME' | 'WORDS';
      readonly score: number;
      readonly organisation: OrganisationFacts;
    }
  | { readonly outcome: 'AMBIGUOUS' | 'NONE' };

/** What is asked about: a supplier record. */
export interface AskedSupplier {
  readonly id: string;
  readonly name: string;
  readonly companyNumber: string | null;
  readonly charityNumber: string | null;
}

interface Found {
  readonly id: string;
  readonly orgId: string | null;
  readonly kind: string;
  readonly isVcse: boolean | null;
  readonly isSme: boolean | null;
  readonly council: { readonly gssCode: string } | null;
}

const FACTS = 'fragment Facts on Organisation { id orgId kind isVcse isSme council { gssCode } }';

const MATCHES = `query SupplierMatches($names: [String!]!) {
  organisationMatches(names: $names) { outcome candidates { score method organisation { ...Facts } } }
}
${FACTS}`;

const NODES = `query SupplierOrganisations($ids: [ID!]!) { nodes(ids: $ids) { __typename ...Facts } }
${FACTS}`;

/** A question must stay within what anybody may ask of the graph. */
const NAMES_AT_ONCE = 50;
const NUMBERS_AT_ONCE = 20;

const factsOf = ({ council, ...found }: Found): OrganisationFacts => ({
  ...found,
  councilGssCode: council?.gssCode ?? null,
});

function* chunksOf<Item>(items: readonly Item[], size: number): Generator<readonly Item[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}

/**
 * Asks the directory which organisations suppliers are: by the numbers that their files give, otherwise by name.
 * @returns an answer for each, by its id
 * @throws GraphUnavailable when the directory cannot be asked
 */
export async function askDirectory(
  caller: DirectoryCaller,
  suppliers: readonly AskedSupplier[],
): Promise<Map<string, DirectoryAnswer>> {
  const answers = new Map<string, DirectoryAnswer>();
  const byNumber = await organisationsByNumber(caller, [...new Set(suppliers.flatMap(orgIdsOf))]);
  for (const supplier of suppliers) {
    const organisation = orgIdsOf(supplier)
      .map((orgId) => byNumber.get(orgId))
      .find(Boolean);
    if (organisation)
      answers.set(supplier.id, { outcome: 'MATCHED', method: 'NUMBER', score: 1, organisation });
  }
  const open = suppliers.filter(({ id }) => !answers.has(id));
  const names = [...new Set(open.map(({ name }) => name))];
  const byName = new Map<string, DirectoryAnswer>();
  for (const some of chunksOf(names, NAMES_AT_ONCE)) {
    const { organisationMatches } = await caller.graph.ask<{ organisationMatches: readonly NameAnswer[] }>(
      MATCHES,
      { names: some },
      caller,
    );
    organisationMatches.forEach((answer, at) => byName.set(some[at] ?? '', answerOf(answer)));
  }
  for (const { id, name } of open) answers.set(id, byName.get(name) ?? { outcome: 'NONE' });
  return answers;
}

interface NameAnswer {
  readonly outcome: 'MATCHED' | 'AMBIGUOUS' | 'NONE';
  readonly candidates: readonly {
    readonly score: number;
    readonly method: 'NORMAL_FORM' | 'SPACING' | 'PART_OF_NAME' | 'WORDS';
    readonly organisation: Found | null;
  }[];
}

function answerOf({ outcome, candidates: [first] }: NameAnswer): DirectoryAnswer {
  if (outcome !== 'MATCHED') return { outcome };
  if (!first?.organisation) return { outcome: 'NONE' };
  const { score, method, organisation } = first;
  return { outcome, score, method, organisation: factsOf(organisation) };
}

async function organisationsByNumber(
  caller: DirectoryCaller,
  orgIds: readonly string[],
): Promise<Map<string, OrganisationFacts>> {
  const found = new Map<string, OrganisationFacts>();
  for (const some of chunksOf(orgIds, NUMBERS_AT_ONCE)) {
    const variables = some.map((_, at) => `$n${at}: ID!`).join(', ');
    const fields = some.map((_, at) => `n${at}: organisation(orgId: $n${at}) { ...Facts }`).join(' ');
    const answer = await caller.graph.ask<Record<string, Found | null>>(
      `query SupplierNumbers(${variables}) { ${fields} }\n${FACTS}`,
      Object.fromEntries(some.map((orgId, at) => [`n${at}`, orgId])),
      caller,
    );
    for (const [at, orgId] of some.entries()) {
      const one = answer[`n${at}`];
      if (one) found.set(orgId, factsOf(one));
    }
  }
  return found;
}

/**
 * What the directory says of organisations now, by the ids asked; a record that was merged answers with its survivor.
 * @throws GraphUnavailable when the directory cannot be asked
 */
export async function organisationFacts(
  caller: DirectoryCaller,
  ids: readonly string[],
): Promise<Map<string, OrganisationFacts>> {
  const facts = new Map<string, OrganisationFacts>();
  for (const some of chunksOf([...new Set(ids)], NAMES_AT_ONCE)) {
    const { nodes } = await caller.graph.ask<{ nodes: readonly ((Found & { __typename: string }) | null)[] }>(
      NODES,
      { ids: some },
      caller,
    );
    for (const [at, id] of some.entries()) {
      const node = nodes[at];
      if (node?.__typename !== 'Organisation') continue;
      const { __typename: _, ...found } = node;
      facts.set(id, factsOf(found));
    }
  }
  return facts;
}
