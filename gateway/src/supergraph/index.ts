export { apiSchemaOf } from './api-schema';
export { composeSupergraph, type ComposeOptions, type Service } from './compose';
export { ComposeError, type ComposeProblem } from './compose-error';
export { ALLOWED_HINTS, type AllowedHint } from './hints';
export {
  type Composition,
  type PartnerAddress,
  type PartnerState,
  SupergraphSource,
  withNode,
} from './supergraph-source';
export { breakingChanges } from './breaking-changes';
export { CONVENTIONS, type Conventions } from './conventions/conventions';
export { checkConventions } from './schema-conventions';
export { checkSchemas, writeSchemas } from './schema-files';
