import { GraphQLError } from 'graphql';
import type { RequestContext } from '@coop/shared/graphql';

/** Who may read something, and whom it needs: a right, as far as reading asks for it. */
interface ReadingRight<Subject> {
  readonly needs: string;
  allows(actor: RequestContext['actor'], subject: Subject): boolean;
}

/**
 * Lets only those go on who may read the thing.
 * @throws GraphQLError FORBIDDEN for all others, who learn nothing of what there is
 */
export function assertMayRead<Subject>(
  right: ReadingRight<Subject>,
  { actor }: RequestContext,
  subject: Subject,
): void {
  if (!right.allows(actor, subject))
    throw new GraphQLError(`Only ${right.needs} may read this.`, { extensions: { code: 'FORBIDDEN' } });
}

/**
 * A thing that only some may read, looked up by its id. Whoever could read none in their own council is told so
 * whether or not it is there.
 * @throws GraphQLError FORBIDDEN
 */
export async function readRestricted<Thing extends { readonly gssCode: string }>(
  right: ReadingRight<{ readonly gssCode: string }>,
  context: RequestContext,
  load: () => Promise<Thing | null>,
): Promise<Thing | null> {
  assertMayRead(right, context, { gssCode: context.actor.council ?? '' });
  const thing = await load();
  if (thing) assertMayRead(right, context, thing);
  return thing;
}
