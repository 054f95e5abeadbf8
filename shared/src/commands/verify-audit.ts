import type { EntityManager } from 'typeorm';
import { AuditEntry, AuditTail, type Database } from '../persistence';
import { auditHash } from './audit';

/** What is first found to be wrong with a council's trail. */
export interface AuditFault {
  /** The trail, by the council's GSS code; empty for what belongs to no council. */
  readonly council: string;
  /** Position of the first row concerned. */
  readonly sequence: number;
  readonly kind: 'CHANGED' | 'MISSING' | 'REORDERED' | 'TRUNCATED' | 'ADDED';
  /** One sentence for a person. */
  readonly message: string;
}

/** The end of a trail as it was found: written down elsewhere, it proves later that nothing was cut off. */
export interface AuditEnd {
  readonly council: string;
  /** Rows found; without faults, also the position of the last one. */
  readonly entries: number;
  readonly lastHash: string;
}

/** What came of recomputing every trail of a database. */
export interface AuditReport {
  readonly ok: boolean;
  readonly entries: number;
  readonly trails: readonly AuditEnd[];
  /** The first fault of each trail that has one. */
  readonly faults: readonly AuditFault[];
}

/** Rows read at a time: memory stays flat however long the trail is. */
const CHUNK = 1_000;

/**
 * Recomputes every trail, row by row, against the tails kept apart. Writers may go on meanwhile: what they add
 * after a tail was read is left for the next time.
 */
export async function verifyAudit(database: Database): Promise<AuditReport> {
  const { reader } = database;
  const tails = new Map((await reader.find(AuditTail)).map((tail) => [tail.council, tail]));
  const trails: AuditEnd[] = [];
  const faults: AuditFault[] = [];
  for (const council of await councilsOf(reader, tails)) {
    const { end, fault } = await verifyTrail(reader, council, tails.get(council));
    trails.push(end);
    if (fault) faults.push(fault);
  }
  const entries = trails.reduce((sum, trail) => sum + trail.entries, 0);
  return { ok: faults.length === 0, entries, trails, faults };
}

async function councilsOf(reader: EntityManager, tails: ReadonlyMap<string, AuditTail>): Promise<string[]> {
  const rows = await reader
    .createQueryBuilder(AuditEntry, 'entry')
    .select('entry.council', 'council')
    .distinct()
    .getRawMany<{ council: string }>();
  // A trail that began after the tails were read has no tail here and one in the database: next time.
  const begun = new Set((await reader.find(AuditTail)).map(({ council }) => council));
  const orphans = rows
    .map(({ council }) => council)
    .filter((council) => tails.has(council) || !begun.has(council));
  return [...new Set([...tails.keys(), ...orphans])].sort();
}

async function verifyTrail(
  reader: EntityManager,
  council: string,
  tail: AuditTail | undefined,
): Promise<{ end: AuditEnd; fault: AuditFault | null }> {
  const last = tail?.sequence ?? 0;
  let fault: AuditFault | null = null;
  let entries = 0;
  let previous: { sequence: number; hash: string } = { sequence: 0, hash: '' };
  for (let from = 0; ;) {
    const rows = await rowsAfter(reader, council, from, last);
    for (const row of rows) {
      fault ??= faultOf(row, previous, last);
      previous = row;
    }
    entries += rows.length;
    if (rows.length < CHUNK) break;
    from = previous.sequence;
  }
  fault ??= endFault(council, previous, tail) ?? (await addedFault(reader, council, tail));
  return { end: { council, entries, lastHash: previous.hash }, fault };
}

function rowsAfter(
  reader: EntityManager,
  council: string,
  from: number,
  last: number,
): Promise<AuditEntry[]> {
  return reader
    .createQueryBuilder(AuditEntry, 'entry')
    .where('entry.council = :council AND entry.sequence > :from AND entry.sequence <= :last', {
      council,
      from,
      last,
    })
    .orderBy('entry.sequence', 'ASC')
    .limit(CHUNK)
    .getMany();
}

function faultOf(
  row: AuditEntry,
  previous: { sequence: number; hash: string },
  last: number,
): AuditFault | null {
  const { council, sequence } = row;
  const expected = previous.sequence + 1;
  if (sequence !== expected) {
    const rows = sequence - expected > 1 ? `Rows ${expected} to ${sequence - 1} are` : `Row ${expected} is`;
    return { council, sequence: expected, kind: 'MISSING', message: `${rows} missing.` };
  }
  if (auditHash(row) !== row.hash) {
    const origin = originOf(row, last);
    if (origin !== null)
      return {
        council,
        sequence,
        kind: 'REORDERED',
        message: `Row ${sequence} was written as row ${origin}.`,
      };
    return {
      council,
      sequence,
      kind: 'CHANGED',
      message: `Row ${sequence} was changed after it was written.`,
    };
  }
  if (row.previousHash !== previous.hash) {
    const at = Math.max(1, sequence - 1);
    const message = `Row ${at} is not the one that row ${sequence} was chained to.`;
    return { council, sequence: at, kind: 'CHANGED', message };
  }
  return null;
}

/** The position at which an untouched row was written, where it now stands at another. */
function originOf(row: AuditEntry, last: number): number | null {
  for (let sequence = 1; sequence <= last; sequence += 1)
    if (auditHash({ ...row, sequence }) === row.hash) return sequence;
  return null;
}

function endFault(
  council: string,
  previous: { sequence: number; hash: string },
  tail: AuditTail | undefined,
): AuditFault | null {
  if (!tail) return null;
  if (previous.sequence < tail.sequence) {
    const sequence = previous.sequence + 1;
    const message = `The trail is cut off: rows ${sequence} to ${tail.sequence} are missing from its end.`;
    return { council, sequence, kind: 'TRUNCATED', message };
  }
  if (previous.hash === tail.hash) return null;
  const message = `Row ${tail.sequence} is not the one that was written last.`;
  return { council, sequence: tail.sequence, kind: 'CHANGED', message };
}

/** Rows beyond the tail, both read by one statement, since a command writes both at once. */
async function addedFault(
  reader: EntityManager,
  council: string,
  known: AuditTail | undefined,
): Promise<AuditFault | null> {
  const row = await reader
    .createQueryBuilder(AuditEntry, 'entry')
    .leftJoin(AuditTail, 'tail', 'tail.council = entry.council')
    .select('MIN(entry.sequence)', 'sequence')
    .where('entry.council = :council AND entry.sequence > COALESCE(tail.sequence, 0)', { council })
    .getRawOne<{ sequence: number | string | null }>();
  if (row?.sequence === null || row?.sequence === undefined) return null;
  const sequence = Number(row.sequence);
  const message = known
    ? `Row ${sequence} stands after the end of the trail and was not written by a command.`
    : `The tail of this trail, kept apart from it, is missing.`;
  return { council, sequence, kind: known ? 'ADDED' : 'MISSING', message };
}
