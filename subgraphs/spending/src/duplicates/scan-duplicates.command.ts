import { In, type EntityManager } from 'typeorm';
import {
  assertKnown,
  bulkWrite,
  checkInput,
  type Command,
  type CommandContext,
  type Tx,
} from '@coop/shared/commands';
import { demand } from '@coop/shared/access';
import { nextTurn } from '@coop/shared/importing';
import { bulkInsert, contentCode, ImportRun } from '@coop/shared/persistence';
import { londonDate } from '@coop/shared/time';
import { KIND } from '../imports/kind';
import { examinePayments } from '../access';
import { DocumentBuilder } from './documents.rules';
import { DuplicateCandidate } from './duplicate-candidate.entity';
import { DuplicateSource } from './duplicate-source.entity';
import { DuplicateScanInput } from './duplicate-inputs.types';
import { duplicatePolicies, type DuplicatePolicy } from './duplicates.law';
import { findDuplicates, type DuplicateFinding } from './duplicates.rules';
import { SourceProfiler } from './source-profile.rules';
import {
  lineCounts,
  linesOfImport,
  linesOfImports,
  linesOfSuppliers,
  namedSuppliers,
  supplierIds,
} from './spend-lines.queries';
import { supplierFamilies } from './supplier-families.rules';
import type { LoadedSources } from './loaded-sources';
import { priorityOf, type ReferenceKind, type SourceProfile } from './tiers';

const ACTION = 'duplicateScan';
/** Lines that are read and compared in one transaction: some hundred milliseconds. */
const LINES_AT_ONCE = 10_000;
const SUPPLIERS_AT_ONCE = 2000;

/** What a scan did. */
export interface ScanOutcome {
  /** Imports that it had not seen before, saw no more, or saw with other payments; all of them in a full scan. */
  readonly changedImports: number;
  /** Supplier records whose documents were compared. */
  readonly suppliers: number;
  readonly lines: number;
  /** Candidates that stand now among those suppliers. */
  readonly found: number;
  /** Those of them that no earlier scan had found. */
  readonly added: number;
  /** Candidates of the council that stand, whichever scan found them. */
  readonly standing: number;
}

/** What a scan looks at. */
export interface ScanOptions {
  /** Everything, not only what has changed since the last one. */
  readonly isFull?: boolean | undefined;
  /** What is known of imports that have just been loaded; the payments of others are read for it. */
  readonly loaded?: LoadedSources | undefined;
}

/** How a scan reads and writes: piece by piece in transactions of their own, or all within one. */
export interface ScanAccess {
  readonly reader: EntityManager;
  readonly now: Date;
  write<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result>;
}

/**
 * Looks for payments made twice and keeps what it finds. Unless told otherwise only where something has changed since
 * the last scan: the suppliers that new, superseded or withdrawn imports have payments of, those of imports to which
 * payments passed on, and the records that look like theirs. Documents are only ever compared within such a family of
 * records, so what has not changed need not be looked at. What changes besides imports is for a full scan: another
 * policy, or a name taken out that alone made two records look alike. To be called after every import, and whenever
 * one is set aside. Verdicts are kept.
 */
export async function scanDuplicates(
  context: CommandContext,
  council: string,
  { isFull = false, loaded }: ScanOptions = {},
): Promise<ScanOutcome> {
  const { database, now } = context;
  const outcome = await scanWith(
    { reader: database.reader, now, write: (work) => bulkWrite(context, { name: ACTION }, work) },
    council,
    { isFull, loaded },
  );
  const { changedImports: imports, suppliers, found } = outcome;
  if (imports > 0 || isFull)
    await bulkWrite(context, { name: ACTION }, (tx) =>
      tx.record({ council, subject: `council_${council}`, changes: { isFull, imports, suppliers, found } }),
    );
  return outcome;
}

/** Keeps another scan of the council from finding the same candidates at the same time. */
const claimScan = (tx: Tx, council: string): Promise<void> => tx.claim(`duplicates ${council}`);

/** A scan, whatever its transactions. */
export async function scanWith(
  { reader, now, write }: ScanAccess,
  council: string,
  { isFull = false, loaded }: ScanOptions = {},
): Promise<ScanOutcome> {
  const policy = duplicatePolicies.require(londonDate(now)).value;
  const sources = await sourcesOf(reader, now, council, policy, { isFull, loaded });
  const { known, added, gone } = sources;
  const profiles = new Map([...known, ...added].map((source) => [source.runId, profileOf(source)]));
  const families = supplierFamilies(await namedSuppliers(reader, council));
  const touched = isFull ? null : new Set([...added, ...gone].flatMap(({ suppliers }) => suppliers));
  const outcome = {
    changedImports: new Set([...added, ...gone].map(({ runId }) => runId)).size,
    suppliers: 0,
    lines: 0,
    found: 0,
    added: 0,
    standing: 0,
  };
  if (touched?.size !== 0) {
    const members = familiesOf(families, touched);
    const counts = await lineCounts(reader, council, isFull ? null : members.flat());
    for (const batch of batchesOf(members, counts)) {
      await nextTurn();
      const work = await write((tx) => scanBatch(tx, council, batch, families, profiles, policy));
      outcome.suppliers += batch.length;
      outcome.lines += work.lines;
      outcome.found += work.found;
      outcome.added += work.added;
    }
  }
  await write(async (tx) => {
    await claimScan(tx, council);
    // Names that were taken out since: nothing is said of payments to nobody.
    const unnamed = (await suspectsOf(tx.manager, council)).filter((id) => !families.has(id));
    for (let start = 0; start < unnamed.length; start += 500)
      await keep(tx, council, unnamed.slice(start, start + 500), []);
    for (const { runId } of gone) await tx.manager.delete(DuplicateSource, { runId });
    const there = await supplierIds(tx.manager, council);
    // A name that was redacted meanwhile must not come back in the old id of its record.
    const sound = added.map((one) => ({ ...one, suppliers: one.suppliers.filter((id) => there.has(id)) }));
    // Another scan at the same time may have seen the same imports.
    await bulkInsert(tx.manager, DuplicateSource, sound, { unlessThere: true });
    outcome.standing = await tx.manager.countBy(DuplicateCandidate, { gssCode: council, isCurrent: true });
  });
  return outcome;
}

/**
 * The imports that were looked at before and are as they were, those to be looked at, and what is known of imports and
 * holds no more.
 */
async function sourcesOf(
  reader: EntityManager,
  now: Date,
  council: string,
  policy: DuplicatePolicy,
  { isFull = false, loaded }: ScanOptions,
) {
  const runs = await reader.find(ImportRun, {
    where: { kind: KIND, council, state: 'COMPLETE' },
    select: { id: true },
    order: { id: 'ASC' },
  });
  const seen = await reader.findBy(DuplicateSource, { gssCode: council });
  const present = new Set(runs.map(({ id }) => id));
  // An import whose payments became more is the heir of one that was set aside: it is another file now.
  const counts = await linesOfImports(reader, council, [...present]);
  const known = seen.filter(({ runId, lines }) => !isFull && lines === counts.get(runId));
  const before = new Set(known.map(({ runId }) => runId));
  const added: DuplicateSource[] = [];
  for (const { id } of runs) {
    if (before.has(id)) continue;
    const source = loaded?.get(id);
    added.push(
      source && source.lines === counts.get(id)
        ? { ...source, gssCode: council, scannedAt: now }
        : await sourceOf(reader, now, council, id, policy),
    );
  }
  return {
    known,
    gone: seen.filter(({ runId }) => !before.has(runId)),
    added,
  };
}

const profileOf = ({ lines, numbered, referenceKind, batchNumbers }: DuplicateSource): SourceProfile => ({
  lines,
  numbered,
  referenceKind: referenceKind as ReferenceKind,
  batchNumbers,
});

/** What the file of an import is like. */
async function sourceOf(
  reader: EntityManager,
  now: Date,
  gssCode: string,
  runId: string,
  { batchSuppliers }: DuplicatePolicy,
): Promise<DuplicateSource> {
  const profiler = new SourceProfiler(batchSuppliers);
  const suppliers = new Set<string>();
  for await (const bunch of linesOfImport(reader, runId)) {
    for (const line of bunch) {
      profiler.add(line);
      suppliers.add(line.supplier);
    }
    await nextTurn();
  }
  return { runId, gssCode, ...profiler.profile(), suppliers: [...suppliers], scannedAt: now };
}

/** The families of supplier records that are to be looked at: those of the records touched, or all. */
function familiesOf(
  families: ReadonlyMap<string, string>,
  touched: ReadonlySet<string> | null,
): readonly (readonly string[])[] {
  const wanted = touched && new Set([...touched].flatMap((id) => families.get(id) ?? []));
  const members = new Map<string, string[]>();
  for (const [id, family] of families) {
    if (wanted && !wanted.has(family)) continue;
    const there = members.get(family);
    if (there) there.push(id);
    else members.set(family, [id]);
  }
  return [...members.values()];
}

/** Families in batches of a bearable number of lines; none is parted. */
function batchesOf(members: readonly (readonly string[])[], counts: ReadonlyMap<string, number>): string[][] {
  const batches: string[][] = [];
  let lines = Infinity;
  for (const family of members) {
    const size = family.reduce((sum, id) => sum + (counts.get(id) ?? 0), 0);
    const batch = batches.at(-1);
    if (!batch || lines + size > LINES_AT_ONCE || batch.length >= SUPPLIERS_AT_ONCE) {
      batches.push([...family]);
      lines = size;
    } else {
      for (const id of family) batch.push(id);
      lines += size;
    }
  }
  return batches;
}

async function scanBatch(
  tx: Tx,
  gssCode: string,
  suppliers: readonly string[],
  families: ReadonlyMap<string, string>,
  profiles: ReadonlyMap<string, SourceProfile>,
  policy: DuplicatePolicy,
): Promise<Pick<ScanOutcome, 'lines' | 'found' | 'added'>> {
  await claimScan(tx, gssCode);
  const lines = await linesOfSuppliers(tx.manager, gssCode, suppliers);
  const builder = new DocumentBuilder();
  for (const line of lines) {
    const profile = profiles.get(line.importRunId);
    // Of an import that was completed after the scan began: the next scan will look at it.
    if (profile) builder.add(line, profile);
  }
  const { findings } = findDuplicates(builder.documents(), families, policy);
  const added = await keep(tx, gssCode, suppliers, findings);
  return { lines: lines.length, found: findings.length, added };
}

/**
 * Makes the candidates of some suppliers those that were found, and keeps what people made of them.
 * @returns how many of them are new
 */
async function keep(
  tx: Tx,
  gssCode: string,
  suppliers: readonly string[],
  findings: readonly DuplicateFinding[],
): Promise<number> {
  const there = new Map(
    (await candidatesOf(tx.manager, gssCode, suppliers)).map((row) => [row.documentKey, row]),
  );
  const added: Partial<DuplicateCandidate>[] = [];
  for (const finding of findings) {
    const facts = factsOf(finding);
    const existing = there.get(facts.documentKey);
    there.delete(facts.documentKey);
    if (!existing)
      added.push({
        ...facts,
        ...{ id: tx.newId('duplicate'), gssCode, foundOn: tx.today, verdict: 'OPEN' },
      });
    else if (differs(existing, facts)) await change(tx, existing.id, facts);
  }
  await tx.insertMany(DuplicateCandidate, added);
  for (const { id, verdict, isCurrent } of there.values())
    if (verdict === 'OPEN') await tx.manager.delete(DuplicateCandidate, { id, verdict });
    else if (isCurrent) await change(tx, id, { isCurrent: false });
  return added.length;
}

type Facts = Pick<
  DuplicateCandidate,
  'tier' | 'paidOn' | 'atRiskPence' | 'priority' | 'evidence' | 'originalLines' | 'suspectLines' | 'isCurrent'
>;

function factsOf({ suspect, originals, tier, evidence, atRiskPence, isWeak }: DuplicateFinding) {
  return {
    documentKey: contentCode(suspect.key, 26),
    supplierId: suspect.supplier,
    tier,
    paidOn: suspect.day,
    atRiskPence,
    priority: priorityOf(tier, isWeak, atRiskPence),
    evidence,
    originalLines: originals.flatMap(({ lines }) => lines),
    suspectLines: suspect.lines,
    isCurrent: true,
  };
}

const shape = ({ priority, tier, paidOn, evidence, originalLines, suspectLines, isCurrent }: Facts) =>
  JSON.stringify([priority, tier, paidOn, evidence, originalLines, suspectLines, isCurrent]);

const differs = (existing: Facts, facts: Facts): boolean => shape(existing) !== shape(facts);

/** Changes what a scan knows of a candidate, under lock: a verdict that comes in meanwhile is not lost. */
async function change(tx: Tx, id: string, facts: Partial<Facts>): Promise<void> {
  const row = await tx.lock(DuplicateCandidate, id);
  if (row) await tx.update(Object.assign(row, facts));
}

/** The supplier records that a council has candidates of. */
async function suspectsOf(manager: EntityManager, gssCode: string): Promise<string[]> {
  const rows = await manager
    .createQueryBuilder(DuplicateCandidate, 'candidate')
    .select('candidate.supplierId', 'supplier')
    .distinct()
    .where({ gssCode })
    .getRawMany<{ supplier: string }>();
  return rows.map(({ supplier }) => supplier);
}

async function candidatesOf(
  manager: EntityManager,
  gssCode: string,
  suppliers: readonly string[],
): Promise<DuplicateCandidate[]> {
  const found: DuplicateCandidate[] = [];
  for (let start = 0; start < suppliers.length; start += 500)
    found.push(
      ...(await manager.findBy(DuplicateCandidate, {
        gssCode,
        supplierId: In(suppliers.slice(start, start + 500)),
      })),
    );
  return found;
}

/**
 * `duplicateScan`: a scan at the wish of a person. Made by hand and not by `defineCommand`, since that is one
 * transaction, and a scan of a million lines in one would keep every other writer out for as long as it takes: its
 * writes go through the door batch by batch (`bulkWrite`), with one entry in the audit trail. It asks for a
 * sign-in, checks its input and demands its right as the door does. An idempotency key has nothing to keep: a scan that is repeated finds what the
 * first one found.
 */
export const scanCouncil: Command<DuplicateScanInput> = {
  name: ACTION,
  async run(context, input) {
    assertKnown(context);
    const problems = checkInput(DuplicateScanInput, input);
    if (problems.length > 0) return { ok: false, problems };
    const denied = demand(examinePayments, context.actor, { gssCode: input.council });
    if (denied.length > 0) return { ok: false, problems: denied };
    const receipt = { ...(await scanDuplicates(context, input.council, { isFull: input.isFull ?? false })) };
    return { ok: true, subject: `council_${input.council}`, receipt };
  },
};
