import type { RequestContext } from '@coop/shared/graphql';

/** What kinds of things of the directory an input of this subgraph may name. */
export type DirectoryKind = 'Organisation' | 'Neighbourhood' | 'Council';

/** What the directory says of something. */
export interface DirectoryEntry {
  readonly kind: DirectoryKind;
  readonly name: string;
  /** Its number in a public register, as an org-id: `GB-LAE-OLD`. Null where it has none; a neighbourhood never has. */
  readonly orgId: string | null;
  /** Codes of the councils in whose areas a neighbourhood is; none for anything else. */
  readonly councils: readonly string[];
}

/** What the directory says of the things that an input names, by their ids; nothing of what it does not know. */
export interface Directory {
  get(id: string): DirectoryEntry | undefined;
}

interface Node {
  readonly __typename: string;
  readonly name?: string;
  readonly officialName?: string | null;
  readonly orgId?: string | null;
  readonly organisation?: { readonly orgId: string | null } | null;
  readonly councils?: readonly { readonly gssCode: string }[];
}

const QUESTION = `query BudgetDirectory($ids: [ID!]!) {
  nodes(ids: $ids) {
    __typename
    ... on Organisation { name orgId }
    ... on Neighbourhood { name councils { gssCode } }
    ... on Council { name officialName organisation { orgId } }
  }
}`;

/** Text that can name something of the directory; anything else is for the checks of the input to refuse. */
const NAMES = /^(?:(?:organisation|neighbourhood)_[0-9A-Za-z-]{1,51}|council_[EWSNKJLM]\d{8})$/;

/** More than any input may name. */
const MOST_IDS = 60;

const KINDS: readonly string[] = ['Organisation', 'Neighbourhood', 'Council'] satisfies DirectoryKind[];

/**
 * Asks the directory for what an input names, before the command runs: a command has no graph to ask. Nothing is asked
 * where nothing is named, or for somebody without a token, who is refused anyway.
 * @throws GraphUnavailable when the directory does not answer. Nothing here is up against a deadline, and who is paid, or
 * takes part, is not to be guessed: the answer is the error SUBGRAPH_UNAVAILABLE, and nothing was written.
 */
export async function lookUp(
  { graph, token, requestId, actor }: Pick<RequestContext, 'graph' | 'token' | 'requestId' | 'actor'>,
  ids: readonly (string | null | undefined)[],
): Promise<Directory> {
  const named = [...new Set(ids)].filter((id): id is string => typeof id === 'string' && NAMES.test(id));
  if (named.length === 0 || named.length > MOST_IDS || actor.kind === 'anonymous') return new Map();
  const { nodes } = await graph.ask<{ nodes: readonly (Node | null)[] }>(
    QUESTION,
    { ids: named },
    { token, requestId },
  );
  const entries = named.flatMap((id, index): [string, DirectoryEntry][] => {
    const entry = entryOf(nodes[index]);
    return entry ? [[id, entry]] : [];
  });
  return new Map(entries);
}

function entryOf(node: Node | null | undefined): DirectoryEntry | null {
  if (!node?.name || !KINDS.includes(node.__typename)) return null;
  return {
    kind: node.__typename as DirectoryKind,
    name: node.officialName ?? node.name,
    orgId: node.orgId ?? node.organisation?.orgId ?? null,
    councils: (node.councils ?? []).map(({ gssCode }) => gssCode),
  };
}
