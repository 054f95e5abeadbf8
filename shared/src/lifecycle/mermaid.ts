import type { LifecycleTable } from './lifecycle';

/** The lifecycle as a Mermaid state diagram, for the READMEs. */
export function toMermaid(table: LifecycleTable<string, string>): string {
  const lines = ['stateDiagram-v2', `  [*] --> ${table.initial}`];
  for (const edge of table.edges)
    for (const from of edge.from)
      for (const to of edge.to) lines.push(`  ${from} --> ${to}: ${edge.action} (${edge.by})`);
  const left = new Set(table.edges.flatMap((edge) => edge.from));
  for (const state of Object.keys(table.states)) if (!left.has(state)) lines.push(`  ${state} --> [*]`);
  return lines.join('\n');
}
