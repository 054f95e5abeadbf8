import { Directive, Field, ID, InterfaceType } from 'type-graphql';

/** Anything public that can be found by its id alone. */
@InterfaceType({
  autoRegisterImplementations: false,
  description: 'Anything public that can be found by its id alone, through `node` or `nodes`.',
})
export abstract class Node {
  @Field(() => ID, { description: 'Globally unique and opaque; the same for as long as the thing exists.' })
  id!: string;
}

/**
 * Marks a public type as found through `node`: its ids begin with the prefix, and its subgraph resolves a
 * reference by `id`.
 */
export const NodeId = (prefix: string): ClassDecorator => {
  const key = Directive('@key(fields: "id")');
  const nodeId = Directive(`@nodeId(prefix: "${prefix}")`);
  return (target) => {
    key(target);
    nodeId(target);
  };
};
