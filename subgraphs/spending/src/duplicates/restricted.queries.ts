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
 * A thing that only some may read, looked up by its id. One rule for all of them: whoever could read none in any council
 * is FORBIDDEN to ask, whether or not it is there; whoever could read those of their own council gets null for any
 * other, as for one that is not there. So nobody learns from an id that something stands behind it.
 * @throws GraphQLError FORBIDDEN
 */
export async function readRestricted<Thing extends { readonly gssCode: string }>(
  right: ReadingRight<{ readonly gssCode: string }>,
  context: RequestContext,
  load: () => Promise<Thing | null>,
): Promise<Thing | null> {
  assertMayRead(right, context, { gssCode: context.actor.council ?? '' });
  const thing = await load();
  return thing && right.allows(context.actor, thing) ? thing : null;
}
