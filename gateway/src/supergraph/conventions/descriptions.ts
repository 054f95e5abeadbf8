import { isSpecifiedScalarType } from 'graphql';
import { apiSchemaOf } from '../api-schema';
import { describedElements } from '../texts';
import type { Finding } from './conventions';
import { ROOTS } from './definitions';

/** Every type, field, argument, input field and enum value of the graph says what it is. */
export function descriptions(supergraphSdl: string): Finding[] {
  const schema = apiSchemaOf(supergraphSdl);
  return [...describedElements(schema)]
    .filter(([coordinate]) => !ROOTS.has(coordinate) && !isSpecified(schema.getType(coordinate)))
    .filter(([, { description }]) => !description?.trim())
    .map(([coordinate]) => ({
      rule: 'description',
      subgraph: null,
      coordinate,
      message: 'Say what it is, its unit, who may see it, and the law behind it where there is one.',
    }));
}

function isSpecified(type: Parameters<typeof isSpecifiedScalarType>[0] | undefined): boolean {
  return type !== undefined && isSpecifiedScalarType(type);
}
