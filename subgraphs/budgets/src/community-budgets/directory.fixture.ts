import type { GraphPort } from '@coop/shared/graph';
import type { Directory, DirectoryEntry } from './directory.queries';

const KINDS = { organisation: 'Organisation', neighbourhood: 'Neighbourhood', council: 'Council' } as const;

/** What the directory of the tests says of an id: it knows whatever has the form of one, but nobody called unknown. */
function entryOf(id: string): DirectoryEntry | undefined {
  const [, prefix, name] = /^(organisation|neighbourhood|council)_([0-9A-Za-z-]+)$/.exec(id) ?? [];
  if (!prefix || !name || name === 'unknown' || name === 'E09999999') return undefined;
  const kind = KINDS[prefix as keyof typeof KINDS];
  const orgId = kind === 'Council' ? 'GB-LAE-KTT' : name === 'charity' ? 'GB-CHC-1234567' : null;
  return { kind, name, orgId, councils: kind === 'Neighbourhood' ? ['E09000021'] : [] };
}

/** A directory for commands. */
export const DIRECTORY: Directory = { get: entryOf };

/** A graph that answers as a gateway with that directory does, and keeps the ids that it was asked for. */
export function directoryGraph(): { readonly graph: GraphPort; readonly asked: string[][] } {
  const asked: string[][] = [];
  const ask = (_query: string, { ids }: Readonly<Record<string, unknown>>) => {
    asked.push(ids as string[]);
    const nodes = (ids as string[]).map((id) => {
      const entry = entryOf(id);
      if (!entry) return null;
      const { kind, name, orgId, councils } = entry;
      if (kind === 'Council')
        return { __typename: kind, name, officialName: 'Kingston', organisation: { orgId } };
      if (kind === 'Organisation') return { __typename: kind, name, orgId };
      return { __typename: kind, name, councils: councils.map((gssCode) => ({ gssCode })) };
    });
    return Promise.resolve({ nodes });
  };
  return { graph: { ask: ask as GraphPort['ask'] }, asked };
}
