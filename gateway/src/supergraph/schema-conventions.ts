import type { Service } from './compose';
import { type Conventions, CONVENTIONS, type Finding } from './conventions/conventions';
import { descriptions } from './conventions/descriptions';
import { connectionFields, mutations, requiresWithoutArguments } from './conventions/fields';
import { nullableAcross, oneOwner, ownersConnections } from './conventions/ownership';

/**
 * Everything in which the subgraphs do not keep to the schema's conventions, in plain lines:
 * `assets: Asset.council [nullable-across] …`. Empty when all is well.
 * @param services our own subgraphs, without the generated one
 * @param supergraphSdl what they compose to
 */
export function checkConventions(
  services: readonly Service[],
  supergraphSdl: string,
  conventions: Conventions = CONVENTIONS,
): string[] {
  return findings(services, supergraphSdl, conventions).map(
    ({ subgraph, coordinate, rule, message }) =>
      `${subgraph ?? 'the graph'}: ${coordinate} [${rule}] ${message}`,
  );
}

function findings(services: readonly Service[], supergraphSdl: string, conventions: Conventions): Finding[] {
  return [
    ...descriptions(supergraphSdl),
    ...oneOwner(services, conventions),
    ...ownersConnections(services, conventions),
    ...nullableAcross(services, conventions),
    ...connectionFields(services),
    ...mutations(services, conventions),
    ...requiresWithoutArguments(services),
  ];
}
