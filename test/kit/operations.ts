import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Kind, parse, print, type OperationDefinitionNode } from 'graphql';

/** Operations that clients rely on, as our own copy says them. */
export const OWN_CONTRACT = resolve(__dirname, '../contract');

/** Those of the clients themselves, where they stand beside the project. */
export const SHARED_CONTRACT = resolve(__dirname, '../../../shared/contract');

/** One operation of a file of operations. */
export interface Operation {
  /** The file's name without its ending, which is the subgraph's: `councils`. */
  readonly file: string;
  readonly name: string;
  readonly kind: OperationDefinitionNode['operation'];
  readonly text: string;
  readonly variableNames: readonly string[];
}

/** A file of operations with the variables that its first comment line gives for the demo world. */
export interface OperationFile {
  readonly file: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operations: readonly Operation[];
}

/** Reads a folder of operations; nothing where there is no such folder. */
export function readOperations(folder: string): OperationFile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.graphql'))
    .sort()
    .map((name) => operationsOf(name.replace(/\.graphql$/, ''), readFileSync(join(folder, name), 'utf8')));
}

function operationsOf(file: string, text: string): OperationFile {
  const json = /^#\s*(?:demo )?variables:\s*(\{.*\})/im.exec(text)?.[1] ?? '{}';
  const operations = parse(text, { noLocation: true }).definitions.flatMap((node) =>
    node.kind === Kind.OPERATION_DEFINITION
      ? [
          {
            file,
            name: node.name?.value ?? '',
            kind: node.operation,
            text: print(node),
            variableNames: (node.variableDefinitions ?? []).map(({ variable }) => variable.name.value),
          },
        ]
      : [],
  );
  return { file, variables: JSON.parse(json) as Record<string, unknown>, operations };
}
