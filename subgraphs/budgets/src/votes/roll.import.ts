import { createHash } from 'node:crypto';
import { voterForm } from '@coop/shared/ballots';
import { bulkWrite, type CommandContext } from '@coop/shared/commands';
import { newId } from '@coop/shared/ids';
import {
  dayCell,
  defineColumns,
  gssCodeCell,
  openTable,
  TableRefused,
  textOf,
  type FileOutcome,
  type Importer,
  type TableItem,
} from '@coop/shared/importing';
import type { Problem } from '@coop/shared/problems';
import { addVoters } from './add-voters.command';
import { rollProblems } from './roll.rules';
import { Vote } from './vote.entity';
import { permitInVote } from './vote.rules';

/** The columns of a roll: who, where they live, when they were born. Ward and birthday are not kept. */
const ROLL_COLUMNS = defineColumns([
  {
    key: 'voter',
    names: ['Voter', 'Elector number', 'Elector', 'Reference', 'Account', 'Subject'],
    description: 'what tells the voter from all others: an elector number, or the subject of a token',
    required: true,
    filled: true,
    parse: textOf(100),
  },
  {
    key: 'wardGssCode',
    names: ['Ward code', 'Ward', 'WardCode', 'Ward GSS code', 'WD code'],
    description: 'GSS code of the ward where the voter lives',
    parse: gssCodeCell,
  },
  {
    key: 'bornOn',
    names: ['Date of birth', 'Born on', 'Birthday', 'DOB'],
    description: 'the birthday of the voter',
    parse: dayCell,
  },
]);

const SHOWN = 20;
const NO_VOTE = '--vote takes the id of a vote that there is';

const said = (problems: readonly Problem[]): string => problems.map(({ message }) => message).join(' ');
const NOTHING = { rows: 0, imported: 0, alreadyThere: 0, rejected: 0 };

/** What became of the rows before anything was written. */
interface Read {
  readonly voters: string[];
  readonly remarks: string[];
  rows: number;
  rejected: number;
}

type RollCells = Extract<TableItem<typeof ROLL_COLUMNS>, { readonly ok: true }>['cells'];

function reasonsOf(vote: Vote, { voter, wardGssCode, bornOn }: RollCells): string[] {
  const unnamed =
    voterForm(voter ?? '') === null ? ['Nothing that can be read tells the voter from others.'] : [];
  return [...unnamed, ...rollProblems(vote, { wardGssCode, bornOn }).map(({ message }) => message)];
}

function take(read: Read, vote: Vote, item: TableItem<typeof ROLL_COLUMNS>): void {
  read.rows += 1;
  const reasons = item.ok ? reasonsOf(vote, item.cells) : item.problems.map(({ reason }) => reason);
  if (item.ok && reasons.length === 0) {
    read.voters.push(item.cells.voter ?? '');
    return;
  }
  read.rejected += 1;
  // A remark names the row and never the voter.
  if (read.remarks.length < SHOWN) read.remarks.push(`Row ${item.row}: rejected. ${reasons.join(' ')}`);
}

async function importRoll(
  context: CommandContext,
  vote: Vote,
  file: string,
  onBytes: (bytes: number) => void,
): Promise<FileOutcome> {
  const hash = createHash('sha256');
  try {
    const table = await openTable(file, {
      columns: ROLL_COLUMNS,
      onBytes: (chunk) => {
        hash.update(chunk);
        onBytes(chunk.length);
      },
    });
    const read: Read = { voters: [], remarks: [...table.info.notes], rows: 0, rejected: 0 };
    for await (const bunch of table.bunches()) for (const item of bunch) take(read, vote, item);
    const imported = await bulkWrite(context, { name: 'voteRollImport' }, async (tx) => {
      const held = await tx.lock(Vote, vote.id);
      if (!held) throw new TableRefused(table.info.name, NO_VOTE);
      const permitted = permitInVote(held, 'keepRoll', tx.now);
      if (!permitted.ok) throw new TableRefused(table.info.name, said(permitted.problems).replace(/\.$/, ''));
      const changes = await addVoters(tx, held, read.voters);
      await tx.record({ council: vote.gssCode, subject: vote.id, changes });
      return changes.added;
    });
    const { rows, rejected, remarks } = read;
    const alreadyThere = read.voters.length - imported;
    const sha256 = hash.digest('hex');
    return { file: table.info.name, sha256, rows, imported, alreadyThere, rejected, refused: null, remarks };
  } catch (error) {
    if (!(error instanceof TableRefused)) throw error;
    return { file: error.file, sha256: '', ...NOTHING, refused: error.message, remarks: [] };
  }
}

/**
 * `coop import roll FILE --vote ID`: puts the voters of a file on the roll of a vote, those that its rules admit. The
 * file is written in one transaction, whole or not at all; imported again it changes nothing.
 */
export const rollImporter: Importer = {
  name: 'roll',
  summary:
    'the roll of a participatory vote: who may vote, with ward and birthday where the vote asks for them',
  options: [
    {
      flags: '--vote <id>',
      description: 'id of the vote whose roll it is, such as vote_01J…',
      required: true,
    },
  ],
  async run({ database, clock, actor, files, options, progress }) {
    const vote = await database.reader.findOneBy(Vote, { id: String(options['vote']) });
    if (!vote) throw new RangeError(`${NO_VOTE}.`);
    const now = clock.now();
    const permitted = permitInVote(vote, 'keepRoll', now);
    if (!permitted.ok) throw new RangeError(said(permitted.problems));
    const context = { actor, now, requestId: newId('job', now), database };
    const outcomes: FileOutcome[] = [];
    for (const file of files) {
      outcomes.push(await importRoll(context, vote, file, () => progress(file, 0)));
      progress(file, 1);
    }
    return outcomes;
  },
};
