import type { BuiltSubgraph } from '@coop/shared/graphql';
import { ROOT } from './house';
import { checkSchemas, type Service, writeSchemas as writeInto } from './supergraph';

/** Our own subgraphs as services to compose; their addresses are the deployment's affair. */
export function servicesOf(built: readonly BuiltSubgraph[]): Service[] {
  return built.map(({ name, sdl }) => ({ name, sdl, url: `http://${name}.invalid/graphql` }));
}

/** Writes the generated schemas. @returns the files that changed, relative to the project */
export async function writeSchemas(built: readonly BuiltSubgraph[]): Promise<string[]> {
  return writeInto(ROOT, servicesOf(built));
}

/** The generated schemas that are missing or not as they should be, relative to the project. */
export async function staleSchemas(built: readonly BuiltSubgraph[]): Promise<string[]> {
  return checkSchemas(ROOT, servicesOf(built));
}
