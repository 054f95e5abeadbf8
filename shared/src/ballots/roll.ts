import { In, IsNull, type EntityManager } from 'typeorm';
import type { Tx } from '../commands';
import { bulkInsert, inChunks } from '../persistence';
import { problem, refuse, type Decision, type Problem } from '../problems';
import { identifierForm } from '../text';
import { inBoxes, ofBox, type Box } from './box';
import { RollEntry, type Turnout } from './roll-entry.entity';
import { codeHash, newVotingCode } from './secrets';

/** How many stand on a roll, and how they have voted. */
export interface RollCount {
  readonly entitled: number;
  readonly online: number;
  readonly paper: number;
}

/** The most characters of what tells a voter from all others, in the form in which it is kept. */
const LONGEST_VOTER = 100;

/**
 * What tells a voter from all others, in the one form in which a roll keeps it (`identifierForm`): `V1`, `v1`, a
 * full-width `ｖ1` and `v1` with an invisible character are one voter, so that two lists give nobody two ballots.
 * @returns null where nothing is left, or more than a roll keeps
 */
export function voterForm(voter: string): string | null {
  const form = identifierForm(voter);
  return form === '' || form.length > LONGEST_VOTER ? null : form;
}

/**
 * Puts voters on the roll; those who stand on it already stay as they are.
 * @param voters what tells each from all others, however written; what has no form (`voterForm`) is left out
 * @returns how many were new
 */
export async function addToRoll(tx: Tx, box: Box, voters: readonly string[]): Promise<number> {
  const wanted = [...new Set(voters.flatMap((voter) => voterForm(voter) ?? []))];
  const found = await inChunks(wanted, 500, (chunk) =>
    tx.manager.find(RollEntry, { where: { ...ofBox(box), voter: In(chunk) }, select: { voter: true } }),
  );
  const there = new Set(found.map(({ voter }) => voter));
  const fresh = wanted.filter((voter) => !there.has(voter));
  await bulkInsert(
    tx.manager,
    RollEntry,
    fresh.map((voter) => ({
      id: tx.newId('rollentry'),
      ...ofBox(box),
      voter,
      codeHash: null,
      turnout: 'NOT_YET' as const,
    })),
  );
  return fresh.length;
}

/** A voter with a code for their letter. It is shown once: only its hash is kept. */
export interface IssuedCode {
  readonly voter: string;
  readonly code: string;
}

/** Gives voting codes to voters who have none and have not voted, at most so many at once. */
export async function issueCodes(tx: Tx, box: Box, most: number): Promise<IssuedCode[]> {
  const entries = await tx.manager.find(RollEntry, {
    where: { ...ofBox(box), codeHash: IsNull(), turnout: 'NOT_YET' },
    order: { voter: 'ASC' },
    take: most,
  });
  const held = await tx.lockMany(
    RollEntry,
    entries.map(({ id }) => id),
  );
  const issued: IssuedCode[] = [];
  for (const entry of held)
    if (entry.codeHash === null && entry.turnout === 'NOT_YET') issued.push(await giveCode(tx, entry));
  return issued;
}

/** Gives a voter a new code in place of one that was lost, which is worth nothing from then on. */
export async function replaceCode(
  tx: Tx,
  box: Box,
  voter: string,
): Promise<Decision<{ readonly issued: IssuedCode; readonly entry: RollEntry }>> {
  const entry = await entryOfVoter(tx, box, voter);
  if (!entry) return refuse(problem.notFound('Nobody of that name stands on the roll.', { path: ['voter'] }));
  if (entry.turnout !== 'NOT_YET') return refuse(hasVoted(['voter']));
  return { ok: true, issued: await giveCode(tx, entry), entry };
}

async function giveCode(tx: Tx, entry: RollEntry): Promise<IssuedCode> {
  const code = newVotingCode();
  await tx.update(Object.assign(entry, { codeHash: codeHash(entry.box, code) }));
  return { voter: entry.voter, code };
}

const VOTED =
  'This voter has voted already: every voter has one ballot. Whoever has its receipt can change it until the close.';

/** Says that a voter has voted already. */
const hasVoted = (path: readonly string[]) => problem.ineligible(VOTED, { path });

/** True for a refusal that tells whoever asked that a voter has voted (`hasVoted`). */
export const tellsOfVoter = (problems: readonly Problem[]): boolean =>
  problems.some(({ message }) => message === VOTED);

/** The voter who holds a voting code, locked; null for a code of nobody's. */
export async function entryOfCode(tx: Tx, box: Box, code: string): Promise<RollEntry | null> {
  const hash = codeHash(box.box, code);
  if (hash === null) return null;
  return locked(tx, await tx.manager.findOneBy(RollEntry, { ...ofBox(box), codeHash: hash }));
}

/** A voter by what tells them from all others, locked; null when they do not stand on the roll. */
export async function entryOfVoter(tx: Tx, box: Box, voter: string): Promise<RollEntry | null> {
  const form = voterForm(voter);
  if (form === null) return null;
  return locked(tx, await tx.manager.findOneBy(RollEntry, { ...ofBox(box), voter: form }));
}

async function locked(tx: Tx, found: RollEntry | null): Promise<RollEntry | null> {
  return found ? tx.lock(RollEntry, found.id) : null;
}

/** Notes on the roll that a voter has voted, once. */
export async function markVoted(
  tx: Tx,
  entry: RollEntry,
  how: Exclude<Turnout, 'NOT_YET'>,
  path: readonly string[],
): Promise<Decision> {
  if (entry.turnout !== 'NOT_YET') return refuse(hasVoted(path));
  await tx.update(Object.assign(entry, { turnout: how }));
  return { ok: true };
}

/** Counts the rolls of several boxes by one statement. */
export async function countRolls(
  manager: EntityManager,
  boxes: readonly Box[],
): Promise<Map<string, RollCount>> {
  if (boxes.length === 0) return new Map();
  const query = manager
    .createQueryBuilder(RollEntry, 'entry')
    .select('entry.box', 'box')
    .addSelect('entry.turnout', 'turnout')
    .addSelect('COUNT(*)', 'voters')
    .where(inBoxes(boxes))
    .groupBy('entry.box')
    .addGroupBy('entry.turnout');
  const rows = await query.getRawMany<{ box: string; turnout: Turnout; voters: string | number }>();
  return new Map(
    boxes.map(({ box }) => {
      const of = (turnout: Turnout) =>
        Number(rows.find((row) => row.box === box && row.turnout === turnout)?.voters ?? 0);
      const [online, paper] = [of('ONLINE'), of('PAPER')];
      return [box, { entitled: of('NOT_YET') + online + paper, online, paper }];
    }),
  );
}
