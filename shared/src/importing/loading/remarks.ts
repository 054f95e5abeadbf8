import { ImportProblem, type Database } from '../../persistence';

const SHOWN = 20;

/** The first things that were odd in a run, in the words of a person who has the file open. */
export async function firstRemarks(database: Database, run: string): Promise<readonly string[]> {
  const [problems, all] = await database.reader.findAndCount(ImportProblem, {
    where: { run },
    order: { line: 'ASC', id: 'ASC' },
    take: SHOWN,
  });
  const shown = problems.map(({ record, column, severity, message }) => {
    const place = column ? `Row ${record}, ${column}` : `Row ${record}`;
    return `${place}: ${severity === 'REJECTED' ? 'rejected. ' : ''}${message}`;
  });
  return all > SHOWN ? [...shown, `… and ${(all - SHOWN).toLocaleString('en-GB')} more.`] : shown;
}
