import type { Outcome } from '../allocation/outcome';
import { tallyBallots } from '../allocation/scores';
import { parseDecimal, writeDecimal } from './decimal';
import type { FiledElection } from './pabulib-election';
import { columnOf, metaValue, type PabulibFile } from './pabulib-file';

function countRemarks(file: PabulibFile): string[] {
  const counts = [
    ['num_projects', 'projects', file.sections.PROJECTS.rows.length],
    ['num_votes', 'ballots', file.sections.VOTES.rows.length],
  ] as const;
  return counts.flatMap(([key, things, count]) => {
    const stated = metaValue(file, key);
    return stated === undefined || stated === String(count)
      ? []
      : [`META ${key} says ${stated}, the file holds ${count} ${things}${missing(stated, count)}.`];
  });
}

/** How many the file lacks of what it says that it holds; nothing where it holds more, or says no number. */
function missing(stated: string, count: number): string {
  const lacking = /^\d{1,15}$/.test(stated) ? Number(stated) - count : 0;
  if (lacking <= 0) return '';
  return `: ${lacking} ${lacking === 1 ? 'is' : 'are'} missing and not counted`;
}

const sameNumber = (text: string, parts: number, places: number): boolean => {
  const stated = parseDecimal(text);
  const [one, other] = [
    stated && writeDecimal(stated.digits, stated.places),
    writeDecimal(BigInt(parts), places),
  ];
  const plain = (decimal: string) => decimal.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');
  return one !== undefined && plain(one) === plain(other);
};

/**
 * Where a file's own figures are not what its ballots give: counts of projects and ballots, and each project's
 * votes and score. Empty for a file that recounts.
 */
export function recountRemarks(file: PabulibFile, { election }: FiledElection): string[] {
  const { PROJECTS } = file.sections;
  const tallies = tallyBallots(election);
  const places = Math.round(Math.log10(election.pointUnit ?? 1));
  const compare = (column: 'votes' | 'score', decimals: number) => {
    const at = columnOf(PROJECTS, column);
    if (at === -1) return [];
    return PROJECTS.rows.flatMap(({ line, cells }, index) => {
      const [stated, counted] = [cells[at]?.trim() ?? '', tallies[index]?.[column] ?? 0];
      if (stated === '' || sameNumber(stated, counted, decimals)) return [];
      const found = writeDecimal(BigInt(counted), decimals);
      return [
        `Line ${line}: project ${tallies[index]?.id} has ${column} ${stated}, its ballots give ${found}.`,
      ];
    });
  };
  return [...countRemarks(file), ...compare('votes', 0), ...compare('score', places)];
}

/** Winners with less than the least score that the file asks for, where the rule did not look at it. */
export function thresholdRemarks({ projects }: Outcome, { leastScore }: FiledElection): string[] {
  const below = projects.filter(({ funded, support }) => funded && support < (leastScore ?? 0));
  return below.map(
    ({ id }) =>
      `Project ${id} is funded below the file's min_project_score_threshold; greedy-threshold looks at it.`,
  );
}

/** The ids that the file marks as officially selected; undefined when it has no such column. */
export function officialWinners({ sections: { PROJECTS } }: PabulibFile): string[] | undefined {
  const [selected, id] = [columnOf(PROJECTS, 'selected'), columnOf(PROJECTS, 'project_id')];
  if (selected === -1) return undefined;
  return PROJECTS.rows
    .filter(({ cells }) => cells[selected]?.trim() === '1')
    .map(({ cells }) => cells[id]?.trim() ?? '');
}
