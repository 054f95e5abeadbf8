import type { Tx } from '@coop/shared/commands';
import type { RefreshStep } from './refresh-plan.queries';
import { factsAfterAsking } from './supplier-facts.rules';
import { Supplier } from './supplier.entity';

/** What came of asking the directory. */
export interface RefreshCounts {
  readonly asked: number;
  readonly matched: number;
  readonly ambiguous: number;
  readonly unknown: number;
}

/**
 * Writes what the directory said into the supplier records. What a person confirmed, declined or set stays as it is,
 * also where that happened while the directory was asked; so does a record whose name was redacted.
 */
export async function applyRefresh(tx: Tx, steps: readonly RefreshStep[]): Promise<RefreshCounts> {
  const rows = await tx.lockMany(
    Supplier,
    steps.map(({ supplier }) => supplier),
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  const counts = { asked: 0, matched: 0, ambiguous: 0, unknown: 0 };
  for (const step of steps) {
    const row = byId.get(step.supplier);
    if (
      !row ||
      row.isRedacted ||
      row.matchState === 'DECLINED' ||
      (row.matchState === 'CONFIRMED' && 'match' in step)
    )
      continue;
    counts.asked += 1;
    const isFound = 'facts' in step ? step.facts !== null : step.match.outcome === 'MATCHED';
    const isAmbiguous = 'match' in step && step.match.outcome === 'AMBIGUOUS';
    counts[isFound ? 'matched' : isAmbiguous ? 'ambiguous' : 'unknown'] += 1;
    await tx.update(Object.assign(row, changesOf(row, step), { factsReadAt: tx.now }));
  }
  return counts;
}

function changesOf(row: Supplier, step: RefreshStep): Partial<Supplier> {
  if ('facts' in step) {
    const { facts } = step;
    if (facts !== null)
      return { organisationId: facts.id, orgId: facts.orgId, ...factsAfterAsking(row, facts) };
    // A person's word outlives the directory's record.
    return row.matchState === 'CONFIRMED'
      ? {}
      : { ...UNMATCHED, matchState: 'NONE', ...factsAfterAsking(row, null) };
  }
  const { match } = step;
  if (match.outcome !== 'MATCHED')
    return { ...UNMATCHED, matchState: match.outcome, ...factsAfterAsking(row, null) };
  const { organisation, method, score } = match;
  return {
    matchState: 'MATCHED',
    matchMethod: method,
    matchScore: score,
    organisationId: organisation.id,
    orgId: organisation.orgId,
    ...factsAfterAsking(row, organisation),
  };
}

/** The columns of a record that is matched to nothing. */
export const UNMATCHED = { organisationId: null, matchMethod: null, matchScore: null, orgId: null } as const;
