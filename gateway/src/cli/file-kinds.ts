import type { Exporter } from '@coop/shared/exporting';
import { gather, type SubgraphDefinition } from '@coop/shared/graphql';
import type { FileOption, Importer } from '@coop/shared/importing';
import type { Command } from 'commander';

/** An importer or exporter with the subgraph that it belongs to. */
export interface FileKind<Handler extends Importer | Exporter> {
  readonly subgraph: string;
  readonly handler: Handler;
}

/** Every kind of file that the subgraphs can read, in the order of the subgraphs. */
export function importKinds(subgraphs: readonly SubgraphDefinition[]): FileKind<Importer>[] {
  return subgraphs.flatMap((one) =>
    gather(one, 'importers').map((handler) => ({ subgraph: one.name, handler })),
  );
}

/** Every published table that the subgraphs can write, in the order of the subgraphs. */
export function exportKinds(subgraphs: readonly SubgraphDefinition[]): FileKind<Exporter>[] {
  return subgraphs.flatMap((one) =>
    gather(one, 'exporters').map((handler) => ({ subgraph: one.name, handler })),
  );
}

/** Adds the options of an importer or exporter to its command. */
export function addOptions(command: Command, options: readonly FileOption[]): void {
  for (const { flags, description, required } of options)
    if (required) command.requiredOption(flags, description);
    else command.option(flags, description);
}

/** A summary as a whole sentence: features write theirs with or without capital and full stop. */
export function sentence(summary: string): string {
  const text = `${summary.charAt(0).toUpperCase()}${summary.slice(1)}`;
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
