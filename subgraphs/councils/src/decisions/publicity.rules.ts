import { problem, type Problem } from '@coop/shared/problems';
import { EXEMPT_RULE, type DecisionPublicity, type ExemptGround } from './publicity.law';

/** How public a record is. */
export interface Publicity {
  readonly publicity: DecisionPublicity;
  /** Why it is exempt; null unless it is. */
  readonly exemptGround: ExemptGround | null;
}

/** Who reads, as far as it matters here. */
export interface Reader {
  readonly role: string | null;
  /** Code of the council within which the reader acts. */
  readonly council: string | null;
}

const MAY_READ = new Set(['officer', 'administrator', 'auditor']);

/** Exempt information has its ground from the Schedule, and nothing else has one. */
export function publicityProblems({ publicity, exemptGround }: Publicity): Problem[] {
  const details = { path: ['exemptGround'], rule: EXEMPT_RULE };
  if (publicity === 'EXEMPT' && exemptGround === null)
    return [problem.invalidInput('Say on what ground it is exempt.', details)];
  if (publicity !== 'EXEMPT' && exemptGround !== null)
    return [problem.invalidInput('Only exempt information has such a ground.', details)];
  return [];
}

/** Code of the council whose withheld records somebody may read; null for nobody’s. */
export function readsWithheldOf({ role, council }: Reader): string | null {
  return role !== null && MAY_READ.has(role) ? council : null;
}

/** True when a record is public, or its reader one to whom the council’s withheld records are open. */
export function isShownTo(
  record: { readonly publicity: DecisionPublicity; readonly councilGssCode: string },
  reader: Reader,
): boolean {
  return record.publicity === 'PUBLIC' || readsWithheldOf(reader) === record.councilGssCode;
}
