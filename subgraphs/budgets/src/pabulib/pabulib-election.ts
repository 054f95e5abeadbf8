import {
  givesPoints,
  LARGEST_AMOUNT,
  LARGEST_POINTS,
  type Ballot,
  type BallotKind,
  type Election,
  type Project,
} from '../allocation/election';
import { inParts, parseDecimal, type Decimal } from './decimal';
import {
  columnOf,
  metaLine,
  metaValue,
  type PabulibFile,
  type PabulibProblem,
  type Read,
} from './pabulib-file';

/** Ballot kinds by the file format's names for them. */
export const VOTE_TYPES: Readonly<Record<string, BallotKind>> = {
  approval: 'APPROVAL',
  'choose-1': 'CHOOSE_ONE',
  cumulative: 'CUMULATIVE',
  ordinal: 'ORDINAL',
  knapsack: 'KNAPSACK',
  scoring: 'SCORING',
};

/** The file format's name for a ballot kind. */
export function voteTypeOf(kind: BallotKind): string {
  const [name] = Object.entries(VOTE_TYPES).find(([, known]) => known === kind) ?? [];
  if (name === undefined) throw new Error(`Files have no name for ballots of the kind ${kind}.`);
  return name;
}

/** An election that a file holds. */
export interface FiledElection {
  readonly election: Election;
  /** Decimal places of its money: the major unit of its currency has 10^places parts. */
  readonly places: number;
  /** `PLN`; empty when the file does not say. */
  readonly currency: string;
  /** The least score for a project, in parts of a point; undefined when the file gives none. */
  readonly leastScore: number | undefined;
}

/** What was found wrong so far, with its line. */
type Notes = PabulibProblem[];

function amountOf(text: string | undefined, what: string, line: number | null, notes: Notes): Decimal {
  const amount = parseDecimal(text ?? '');
  if (amount !== undefined && amount.digits <= LARGEST_AMOUNT) return amount;
  const message = `${what} is not an amount: ${JSON.stringify((text ?? '').slice(0, 40))}.`;
  notes.push({ kind: 'NOT_AN_AMOUNT', line, message });
  return { digits: 0n, places: 0 };
}

interface CostedProject {
  readonly id: string;
  readonly name: string;
  readonly cost: Decimal;
}

function projectsOf({ sections: { PROJECTS } }: PabulibFile, notes: Notes): CostedProject[] {
  const [id, cost, name] = ['project_id', 'cost', 'name'].map((column) => columnOf(PROJECTS, column));
  const seen = new Set<string>();
  return PROJECTS.rows.map(({ line, cells }) => {
    const project = cells[id!]?.trim() ?? '';
    if (seen.has(project))
      notes.push({ kind: 'REPEATED_PROJECT', line, message: `Project ${project} is listed twice.` });
    seen.add(project);
    const before = notes.length;
    const amount = amountOf(cells[cost!], `The cost of project ${project}`, line, notes);
    if (amount.digits === 0n && notes.length === before)
      notes.push({ kind: 'COST_IS_ZERO', line, message: `The cost of project ${project} is zero.` });
    return { id: project, name: cells[name!]?.trim() || project, cost: amount };
  });
}

const list = (cell: string | undefined): string[] =>
  cell === undefined || cell.trim() === '' ? [] : cell.split(',').map((part) => part.trim());

interface FiledBallot {
  readonly line: number;
  readonly choices: readonly string[];
  readonly points: readonly Decimal[];
}

function ballotsOf(
  file: PabulibFile,
  kind: BallotKind,
  ids: ReadonlySet<string>,
  notes: Notes,
): FiledBallot[] {
  const { VOTES } = file.sections;
  const [vote, pointsAt] = [columnOf(VOTES, 'vote'), columnOf(VOTES, 'points')];
  const pointed = givesPoints(kind);
  if (pointed && pointsAt === -1) {
    const message = 'The section VOTES has no column points, which its kind of ballot needs.';
    notes.push({ kind: 'MISSING_COLUMN', line: VOTES.header.line, message });
    return [];
  }
  return VOTES.rows.map(({ line, cells }) => {
    const choices = list(cells[vote]);
    for (const id of choices)
      if (!ids.has(id))
        notes.push({
          kind: 'UNKNOWN_PROJECT',
          line,
          message: `A ballot names project ${id}, which there is not.`,
        });
    if (kind === 'CHOOSE_ONE' && choices.length > 1)
      notes.push({ kind: 'TOO_MANY_CHOICES', line, message: 'A ballot chooses more than one project.' });
    if (!pointed) return { line, choices, points: [] };
    const points = list(cells[pointsAt]).map((text) => amountOf(text, 'A number of points', line, notes));
    if (points.length !== choices.length)
      notes.push({
        kind: 'POINTS_DO_NOT_FIT',
        line,
        message: `A ballot gives ${points.length} numbers of points to ${choices.length} projects.`,
      });
    return { line, choices, points };
  });
}

function wholeNumber(file: PabulibFile, key: string, notes: Notes): number | undefined {
  const text = metaValue(file, key);
  if (text === undefined) return undefined;
  const number = parseDecimal(text);
  if (number?.places === 0 && number.digits <= BigInt(LARGEST_POINTS)) return Number(number.digits);
  notes.push({
    kind: 'NOT_AN_AMOUNT',
    line: metaLine(file, key),
    message: `META ${key} is not a whole number.`,
  });
  return undefined;
}

function kindOf(file: PabulibFile, notes: Notes): BallotKind {
  const name = metaValue(file, 'vote_type');
  const kind = name === undefined ? undefined : VOTE_TYPES[name.toLowerCase()];
  if (kind !== undefined) return kind;
  if (name === undefined)
    notes.push({ kind: 'MISSING_KEY', line: null, message: 'META does not say vote_type.' });
  else {
    const message = `There is no vote_type ${name.slice(0, 40)}: there are ${Object.keys(VOTE_TYPES).join(', ')}.`;
    notes.push({ kind: 'UNKNOWN_VOTE_TYPE', line: metaLine(file, 'vote_type'), message });
  }
  return 'APPROVAL';
}

const most = (numbers: readonly number[]): number => numbers.reduce((one, other) => Math.max(one, other), 0);

/**
 * The election that a file holds, with its money exact to the last decimal. A ballot that names a project twice
 * counts twice, as the published tallies do.
 */
export function pabulibElection(file: PabulibFile): Read<FiledElection> {
  const notes: Notes = [];
  const kind = kindOf(file, notes);
  const stated = metaValue(file, 'budget');
  if (stated === undefined)
    notes.push({ kind: 'MISSING_KEY', line: null, message: 'META does not say budget.' });
  const budget = amountOf(stated ?? '0', 'META budget', metaLine(file, 'budget'), notes);
  const maxLength = wholeNumber(file, 'max_length', notes);
  if (!/^0*(\.0*)?$/.test(metaValue(file, 'default_score') ?? '0'))
    notes.push({
      kind: 'UNSUPPORTED',
      line: metaLine(file, 'default_score'),
      message: 'META default_score other than 0 is not supported.',
    });
  const projects = projectsOf(file, notes);
  const ballots = ballotsOf(file, kind, new Set(projects.map(({ id }) => id)), notes);
  const leastText = metaValue(file, 'min_project_score_threshold');
  const least =
    leastText === undefined
      ? undefined
      : amountOf(
          leastText,
          'META min_project_score_threshold',
          metaLine(file, 'min_project_score_threshold'),
          notes,
        );
  const places = most([budget.places, ...projects.map(({ cost }) => cost.places)]);
  const pointPlaces = most([
    least?.places ?? 0,
    ...ballots.flatMap(({ points }) => points.map((one) => one.places)),
  ]);
  for (const { line, points } of ballots)
    if (points.some((one) => inParts(one, pointPlaces) > BigInt(LARGEST_POINTS)))
      notes.push({
        kind: 'NOT_AN_AMOUNT',
        line,
        message: 'A number of points is too large or has too many decimals.',
      });
  for (const amount of [budget, ...projects.map(({ cost }) => cost)])
    if (inParts(amount, places) > LARGEST_AMOUNT && notes.length === 0)
      notes.push({
        kind: 'NOT_AN_AMOUNT',
        line: null,
        message: 'An amount of money is too large or has too many decimals.',
      });
  if (notes.length > 0) return { ok: false, problems: notes };
  return {
    ok: true,
    places,
    currency: metaValue(file, 'currency') ?? '',
    leastScore: least && Number(inParts(least, pointPlaces)),
    election: {
      budget: inParts(budget, places),
      unit: 10n ** BigInt(places),
      kind,
      pointUnit: 10 ** pointPlaces,
      ...(maxLength !== undefined && { maxLength }),
      projects: projects.map(({ id, name, cost }): Project => ({ id, name, cost: inParts(cost, places) })),
      ballots: ballots.map(({ choices, points }): Ballot =>
        points.length === 0
          ? { choices }
          : { choices, points: points.map((one) => Number(inParts(one, pointPlaces))) },
      ),
    },
  };
}
