import { demand, inCouncil, right, type Actor, type Right } from '@coop/shared/access';
import type { Problem } from '@coop/shared/problems';

/** Anything that a council keeps: a payment, a supplier record, an import. */
export interface OfCouncil {
  readonly gssCode: string;
}

/** To keep the record of payments: import, supersede, withdraw, redact. */
export const keepPayments = right<OfCouncil>(
  'keep payments',
  'an officer or administrator of the council',
  (actor, thing) => inCouncil(actor, thing.gssCode, ['officer', 'administrator']),
);

/** To say who a supplier is and what kind of body: to confirm a match, to set its sector, size and place. */
export const keepSuppliers = right<OfCouncil>(
  'keep suppliers',
  'an officer or administrator of the council',
  (actor, thing) => inCouncil(actor, thing.gssCode, ['officer', 'administrator']),
);

/**
 * To read and judge what could hurt somebody if it were wrong: possible duplicates, breaches of card rules,
 * cardholders.
 */
export const examinePayments = right<OfCouncil>(
  'examine payments',
  'a finance officer or auditor of the council',
  (actor, thing) => inCouncil(actor, thing.gssCode, ['officer', 'auditor']),
);

/** To say what a card is good for. */
export const keepCards = right<OfCouncil>('keep cards', 'a finance officer of the council', (actor, thing) =>
  inCouncil(actor, thing.gssCode, ['officer']),
);

/** To keep the register of fraud cases. */
export const keepFraudCases = right<OfCouncil>(
  'keep fraud cases',
  'an auditor of the council',
  (actor, thing) => inCouncil(actor, thing.gssCode, ['auditor']),
);

/**
 * Why somebody may not change a thing that only some may read; empty where they may. Whoever could change none in any
 * council is told so whether or not it is there, and to whoever could change those of their own council any other is as
 * good as none: an id tells nobody that something stands behind it.
 * @param missing what is said where there is no such thing
 */
export function restrictedProblems(
  actor: Actor,
  may: Right<OfCouncil>,
  thing: OfCouncil | null,
  missing: Problem,
): readonly Problem[] {
  if (thing && may.allows(actor, thing)) return [];
  const denied = demand(may, actor, { gssCode: actor.council ?? '' });
  return denied.length > 0 ? denied : [missing];
}
