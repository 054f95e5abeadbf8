import { gather, type BuiltSubgraph } from '@coop/shared/graphql';
import { ROOT } from './house';
import { checkSchemas, type Service, writeSchemas as writeInto } from './supergraph';
import { checkDrawings, writeDrawings, type Drawn } from './supergraph/readme-drawings';

/** Our own subgraphs as services to compose; their addresses are the deployment's affair. */
export function servicesOf(built: readonly BuiltSubgraph[]): Service[] {
  return built.map(({ name, sdl }) => ({ name, sdl, url: `http://${name}.invalid/graphql` }));
}

/** Our own subgraphs as their READMEs draw them. */
function drawnOf(built: readonly BuiltSubgraph[]): Drawn[] {
  return built.map(({ name, definition }) => ({
    name,
    description: definition.description,
    lifecycles: gather(definition, 'lifecycles'),
  }));
}

/**
 * Writes what is generated from the code: the schemas, and the drawings of lifecycles in the subgraphs' READMEs.
 * @returns the files that changed, relative to the project
 */
export async function writeSchemas(built: readonly BuiltSubgraph[]): Promise<string[]> {
  return [...(await writeInto(ROOT, servicesOf(built))), ...(await writeDrawings(ROOT, drawnOf(built)))];
}

/** The generated files that are missing or not as they should be, relative to the project. */
export async function staleSchemas(built: readonly BuiltSubgraph[]): Promise<string[]> {
  return [...(await checkSchemas(ROOT, servicesOf(built))), ...(await checkDrawings(ROOT, drawnOf(built)))];
}
