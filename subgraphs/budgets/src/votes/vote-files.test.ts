import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseOf, describeDatabases, loadDemoInto } from '@coop/test/kit';
import { RollEntry } from '@coop/shared/ballots';
import { buildSubgraph } from '@coop/shared/graphql';
import { fixedId } from '@coop/shared/ids';
import { AuditEntry } from '@coop/shared/persistence';
import fc from 'fast-check';
import { budgets } from '..';
import { allocate } from '../allocation/allocate';
import { ruleOfFile } from '../pabulib/file-rule';
import { pabulibElection } from '../pabulib/pabulib-election';
import { readPabulib } from '../pabulib/read-pabulib';
import { writePabulib } from '../pabulib/write-pabulib';
import { contentOf, ballotProblems } from './ballot.rules';
import { publishedFile } from './published-file';
import { rollImporter } from './roll.import';
import { ALLOCATION_RULES, tallyVote, type AllocationRule } from './tally.rules';
import { projectsOnPaper } from './ballot-paper.queries';
import { Vote } from './vote.entity';
import { voteExporter } from './vote.export';
import { BALLOT_KINDS, type BallotKind } from './votes.law';
import { aVote, people } from './votes.fixture';

const built = buildSubgraph(budgets);

function recount(text: string) {
  const file = readPabulib(text);
  if (!file.ok) throw new Error(JSON.stringify(file.problems));
  const read = pabulibElection(file.file);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const { rule } = ruleOfFile(file.file);
  if (!rule) throw new Error('The file names no rule.');
  const least = read.leastScore === undefined ? {} : { leastScore: read.leastScore };
  return allocate(rule, read.election, least);
}

describe('the published file of a vote', () => {
  const costs = fc.array(fc.integer({ min: 1, max: 50_000 }), { minLength: 2, maxLength: 6 });

  test('tallies to the same outcome, whatever the kind of ballot and the rule', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...(Object.keys(BALLOT_KINDS) as BallotKind[])),
        fc.constantFrom(...(Object.keys(ALLOCATION_RULES) as AllocationRule[])),
        costs,
        fc.array(fc.array(fc.nat({ max: 5 }), { minLength: 1, maxLength: 4 }), {
          minLength: 1,
          maxLength: 12,
        }),
        fc.boolean(),
        (ballotKind, rule, prices, drawn, isLimited) => {
          const projects = prices.map((costPence, index) => ({
            id: `p${index + 1}`,
            number: index + 1,
            name: `Project ${index + 1}; "quoted"`,
            costPence,
          }));
          const vote = {
            title: 'The square; for "all"',
            gssCode: 'E08000004',
            ballotKind,
            rule,
            budgetPence: Math.max(1, Math.floor(prices.reduce((a, b) => a + b, 0) / 2)),
            mostChoices: isLimited ? 4 : null,
            points: ballotKind === 'CUMULATIVE' ? 10 : null,
            leastSupport: rule === 'GREEDY_THRESHOLD' ? 2 : null,
            opened: '2026-06-01',
            closed: '2026-06-15',
          };
          const paper = {
            ...{ kind: ballotKind, budgetPence: vote.budgetPence },
            ...{ mostChoices: vote.mostChoices, points: vote.points },
            projects: new Map(projects.map((project) => [project.id, project])),
          };
          const ballots = drawn
            .map((places) => [...new Set(places.map((place) => place % projects.length))])
            .map((places) =>
              places.map((place, index) => ({
                projectId: projects[place]!.id,
                ...(ballotKind === 'CUMULATIVE' ? { points: index === 0 ? 11 - places.length : 1 } : {}),
              })),
            )
            .filter((choices) => ballotProblems(paper, choices).length === 0)
            .map((choices) => contentOf(paper, choices));
          const ours = tallyVote(vote, projects, ballots);
          const published = projects.map((project) => {
            const { votes, support, funded } = ours.results.get(project.number)!;
            return { ...project, votes, support, isFunded: funded };
          });
          const theirs = recount(writePabulib(publishedFile(vote, published, ballots)));
          const winners = [...ours.results]
            .filter(([, { funded }]) => funded)
            .sort(([, a], [, b]) => a.order! - b.order!)
            .map(([number]) => String(number));
          expect(theirs.winners).toEqual(winners);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describeDatabases('files of votes', databaseOf(built), (world) => {
  const exported = async (vote: string): Promise<string> => {
    let text = '';
    const job = { database: world.database, clock: world.clock, format: 'pb', options: { vote } };
    for await (const piece of voteExporter.run(job)) text += piece;
    return text;
  };

  test('give a sceptic the winners of the demo world again, and nothing of voters', async () => {
    await loadDemoInto(world, built);
    const id = fixedId('vote', 'norbiton-first');
    const text = await exported(id);
    const outcome = recount(text);
    const funded = (await projectsOnPaper(world.database.reader, id))
      .filter(({ fundedOrder }) => fundedOrder !== null)
      .sort((a, b) => a.fundedOrder! - b.fundedOrder!);
    expect(outcome.winners).toEqual(funded.map(({ number }) => String(number)));
    expect(text).not.toMatch(/demo-voter|rollentry|vote_0/);
    expect(await exported(id)).toBe(text);
    await expect(exported(fixedId('vote', 'norbiton-summer'))).rejects.toThrow('not tallied');
    await expect(exported('vote_none')).rejects.toThrow('that there is');
  });

  test('bring a roll in, row by row by the rules of the vote, and nothing twice', async () => {
    world.clock.set('2026-06-01T11:00:00Z');
    const { id } = await aVote(world, 'FEASIBILITY', { wardGssCodes: ['E05000001'], minimumAge: 16 });
    const folder = await mkdtemp(join(tmpdir(), 'coop-roll-'));
    const file = join(folder, 'roll.csv');
    await writeFile(
      file,
      [
        'Elector number,Ward code,Date of birth',
        'AB-1,E05000001,03/02/2001',
        'AB-2,E05000002,03/02/2001',
        'AB-3,E05000001,03/02/2015',
        ',E05000001,03/02/2001',
        'AB-4,E05000001,never',
        'AB-5,E05000001,1960-12-31',
        'AB-1,E05000001,03/02/2001',
      ].join('\n'),
    );
    const job = () => ({
      ...{ database: world.database, clock: world.clock, actor: people(world).officer },
      ...{ files: [file], options: { vote: id }, progress: () => undefined },
    });
    const counts = async () => {
      const [outcome] = await rollImporter.run(job());
      const { rows, imported, alreadyThere, rejected, refused, remarks } = outcome!;
      expect(remarks.join(' ')).not.toMatch(/AB-/i);
      return { rows, imported, alreadyThere, rejected, refused };
    };
    expect(await counts()).toEqual({ rows: 7, imported: 2, alreadyThere: 1, rejected: 4, refused: null });
    expect(await counts()).toEqual({ rows: 7, imported: 0, alreadyThere: 3, rejected: 4, refused: null });
    const entries = await world.database.reader.findBy(RollEntry, { box: id });
    expect(entries.map(({ voter }) => voter).sort()).toEqual(['ab-1', 'ab-5']);
    const audits = await world.database.reader.findBy(AuditEntry, { action: 'voteRollImport' });
    expect(audits.map(({ changes }) => changes)).toEqual([
      '{"added":2,"addedWhileOpen":0}',
      '{"added":0,"addedWhileOpen":0}',
    ]);
    // The vote is called off after the job looked at it.
    await writeFile(file, 'Elector number,Ward code,Date of birth\nAB-9,E05000001,03/02/2001');
    const callOff = () =>
      world.database.transaction((manager) => manager.update(Vote, { id }, { state: 'CANCELLED' }));
    const late = job();
    const find = late.database.reader.findOneBy.bind(late.database.reader);
    const spy = jest.spyOn(late.database.reader, 'findOneBy').mockImplementationOnce(async (...args) => {
      const row = await find(...args);
      await callOff();
      return row;
    });
    const [tooLate] = await rollImporter.run(late);
    spy.mockRestore();
    expect(tooLate).toMatchObject({ imported: 0, refused: expect.any(String) as unknown });
    expect(await world.database.reader.countBy(RollEntry, { box: id })).toBe(2);
    await world.database.transaction((manager) => manager.update(Vote, { id }, { state: 'FEASIBILITY' }));
    await writeFile(file, 'Name,Colour\nx,y\n');
    const [refused] = await rollImporter.run(job());
    expect(refused).toMatchObject({ rows: 0, refused: expect.stringContaining('Voter') as unknown });
    await rm(folder, { recursive: true });
  });
});
