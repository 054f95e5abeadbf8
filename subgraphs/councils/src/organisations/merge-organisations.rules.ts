import { accept, problem, refuse, type Decision, type Problem } from '@coop/shared/problems';
import { identifies, orderIdentifiers, type Identifier } from './identifiers.rules';
import { vcseByKind, type OrganisationKind } from './organisation-kinds.law';

/** A record of an organisation as merging sees it. */
export interface MergeRecord {
  readonly id: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  /** Null when it is not known. */
  readonly isVcse: boolean | null;
  readonly isSme: boolean | null;
  readonly identifiers: readonly Identifier[];
  /** Ids of records that were merged into this one earlier. */
  readonly formerIds: readonly string[];
  /** Other names it goes by. */
  readonly otherNames: readonly string[];
  /** The record that this one was merged into; null for a record that stands. */
  readonly mergedInto: string | null;
}

/** What the person who merges settles where the two records disagree. */
export interface MergeChoices {
  readonly isVcse?: boolean;
  readonly isSme?: boolean;
  readonly kind?: OrganisationKind;
}

/** The survivor as it is to be after the merger. */
export interface MergeOutcome {
  readonly survivorId: string;
  readonly absorbedId: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly isVcse: boolean | null;
  readonly isSme: boolean | null;
  readonly identifiers: readonly Identifier[];
  /** Every id that is to answer with the survivor, the absorbed one's own and its former ones included. */
  readonly formerIds: readonly string[];
  readonly otherNames: readonly string[];
}

/** Registers in which one body has one number only, so that two numbers mean two bodies. */
const ONE_NUMBER = new Set<string>([
  'GB-COH',
  'GB-CHC',
  'GB-SC',
  'GB-NIC',
  'GB-LAE',
  'GB-LAS',
  'GB-LANI',
  'GB-PLA',
]);

/**
 * Whether two records may be merged, and into what. The survivor keeps its id and name; the other's ids go on
 * answering. Refused with every reason: a record merged with itself or already merged; different numbers in a
 * register that gives one to a body; a council that would become something else, or come of nothing; VCSE, SME or kind
 * on which the records
 * disagree and that `choices` leave open.
 */
export function decideMerge(
  survivor: MergeRecord,
  absorbed: MergeRecord,
  choices: MergeChoices = {},
): Decision<{ readonly outcome: MergeOutcome }> {
  const problems: Problem[] = [];
  if (
    survivor.id === absorbed.id ||
    survivor.formerIds.includes(absorbed.id) ||
    absorbed.formerIds.includes(survivor.id)
  )
    return refuse(problem.ineligible('A record cannot be merged with itself.', { path: ['absorbedId'] }));
  for (const [record, field] of [
    [survivor, 'survivorId'],
    [absorbed, 'absorbedId'],
  ] as const)
    if (record.mergedInto !== null)
      problems.push(
        problem.wrongState(
          `${record.name} has been merged into ${record.mergedInto}; use that record.`,
          'MERGED',
          ['STANDING'],
          {
            path: [field],
          },
        ),
      );
  problems.push(...numberProblems(survivor, absorbed));
  const kind = settleKind(survivor, absorbed, choices.kind);
  if (!kind)
    problems.push(
      problem.invalidInput(
        `The records say ${words(survivor.kind)} and ${words(absorbed.kind)}: say which it is.`,
        { path: ['kind'] },
      ),
    );
  const isCouncil = [survivor, absorbed].some((record) => record.kind === 'COUNCIL');
  if (kind && isCouncil !== (kind === 'COUNCIL'))
    problems.push(
      problem.ineligible(
        isCouncil ? 'A council stays a council.' : 'Two records of which neither is a council make none.',
        { path: ['kind'] },
      ),
    );
  const isVcse = settle(survivor.isVcse, absorbed.isVcse, choices.isVcse);
  if (isVcse === 'OPEN')
    problems.push(
      problem.invalidInput('One record says VCSE, the other not: say which it is.', { path: ['isVcse'] }),
    );
  const isSme = settle(survivor.isSme, absorbed.isSme, choices.isSme);
  if (isSme === 'OPEN')
    problems.push(
      problem.invalidInput('One record says SME, the other not: say which it is.', { path: ['isSme'] }),
    );
  const settledVcse = kind ? vcseByKind(kind) : null;
  if (kind && isVcse !== 'OPEN' && isVcse !== null && settledVcse !== null && isVcse !== settledVcse)
    problems.push(
      problem.ineligible(`A ${words(kind)} is ${settledVcse ? 'always' : 'never'} VCSE.`, {
        path: ['isVcse'],
      }),
    );
  if (problems.length > 0 || !kind || isVcse === 'OPEN' || isSme === 'OPEN') return refuse(...problems);
  return accept({
    outcome: {
      survivorId: survivor.id,
      absorbedId: absorbed.id,
      name: survivor.name,
      kind,
      isVcse: isVcse ?? settledVcse,
      isSme,
      identifiers: orderIdentifiers([...survivor.identifiers, ...absorbed.identifiers]),
      formerIds: unique([...survivor.formerIds, absorbed.id, ...absorbed.formerIds]),
      otherNames: unique([...survivor.otherNames, absorbed.name, ...absorbed.otherNames]).filter(
        (name) => name !== survivor.name,
      ),
    },
  });
}

/** The numbers that a register which gives one to a body would give twice to a body with both lists. */
export function clashingNumbers(
  mine: readonly Identifier[],
  theirs: readonly Identifier[],
): { readonly mine: Identifier; readonly theirs: Identifier }[] {
  return mine
    .filter((one) => identifies(one) && ONE_NUMBER.has(one.scheme))
    .flatMap((one) =>
      theirs
        .filter((other) => other.scheme === one.scheme && other.id !== one.id)
        .map((other) => ({ mine: one, theirs: other })),
    );
}

function numberProblems(survivor: MergeRecord, absorbed: MergeRecord): Problem[] {
  return clashingNumbers(survivor.identifiers, absorbed.identifiers).map(({ mine, theirs }) =>
    problem.ineligible(
      `${mine.scheme} gives them different numbers, ${mine.id} and ${theirs.id}: they are two bodies.`,
      { path: ['absorbedId'] },
    ),
  );
}

function settleKind(
  survivor: MergeRecord,
  absorbed: MergeRecord,
  choice?: OrganisationKind,
): OrganisationKind | null {
  if (choice) return choice;
  if (survivor.kind === absorbed.kind || absorbed.kind === 'UNKNOWN') return survivor.kind;
  return survivor.kind === 'UNKNOWN' ? absorbed.kind : null;
}

function settle(one: boolean | null, other: boolean | null, choice?: boolean): boolean | null | 'OPEN' {
  if (choice !== undefined) return choice;
  if (one === null || other === null || one === other) return one ?? other;
  return 'OPEN';
}

const unique = (texts: readonly string[]) => [...new Set(texts)];
const words = (kind: string) => kind.toLowerCase().replace(/_/g, ' ');

/** The record that an id stands for after all mergers; an Error when the chain runs in a circle. */
export function survivorOf(id: string, mergedInto: (id: string) => string | null): string {
  const seen = new Set<string>();
  let current = id;
  for (let next = mergedInto(current); next !== null; next = mergedInto(current)) {
    seen.add(current);
    if (seen.has(next)) throw new Error(`Organisations are merged in a circle at ${next}.`);
    current = next;
  }
  return current;
}
