import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FixedClock } from '@coop/shared/time';
import { testGraph } from '../kit/graph';
import { BUILT, runProgram } from '../kit/program';

const KINGSTON = 'E09000021';
const SHOWN = `
        id ballotsCast closesAt budget { pence }
        projects(first: 20) { nodes { id number name cost { pence } } }
        outcome { spent { pence } projects { project { number } funded order ballots explanation } }`;
const OUTCOME = `query ($id: ID!) { vote(id: $id) { ${SHOWN} } }`;
const VOTES = `query ($state: VoteState!) {
  council(gssCode: "${KINGSTON}") {
    votes(first: 5, filter: { state: $state }) {
      nodes {
        ${SHOWN}
      }
    }
  }
}`;
const CAST =
  'mutation ($input: BallotCastInput!) { ballotCast(input: $input) { receipt problems { __typename message path ... on TooLate { deadline } } } }';
const CHANGE =
  'mutation ($input: BallotChangeInput!) { ballotChange(input: $input) { vote { ballotsCast } problems { __typename message } } }';
const WITHDRAW =
  'mutation ($input: BallotWithdrawInput!) { ballotWithdraw(input: $input) { vote { ballotsCast } problems { __typename } } }';
const TALLY =
  'mutation ($input: VoteTallyInput!) { voteTally(input: $input) { vote { state ballotsCast } problems { message } } }';
const PUBLISHED =
  'query ($id: ID!) { vote(id: $id) { ballots(first: 100) { nodes { choices { number } } } marks(first: 100) { nodes { id } } } }';
const TOLD = 'query ($receipt: String!) { ballotCheck(receipt: $receipt) { message } }';
const CHECK = 'query ($receipt: String!) { ballotCheck(receipt: $receipt) { standing counted } }';

interface ShownVote {
  readonly id: string;
  readonly ballotsCast: number;
  readonly closesAt: string;
  readonly budget: { readonly pence: number };
  readonly projects: { readonly nodes: readonly { readonly id: string; readonly number: number }[] };
  readonly outcome: {
    readonly spent: { readonly pence: number };
    readonly projects: readonly {
      readonly project: { readonly number: number };
      readonly funded: boolean;
      readonly order: number | null;
      readonly ballots: number;
    }[];
  } | null;
}

describe('a participatory vote', () => {
  const clock = new FixedClock('2026-06-01T11:00:00Z');
  const graph = testGraph({ clock });
  const voteIn = async (state: string): Promise<ShownVote> => {
    const { data } = await graph.ask<{ council: { votes: { nodes: ShownVote[] } } }>(VOTES, { state });
    const [vote] = data?.council.votes.nodes ?? [];
    if (!vote) throw new Error(`No vote of the demo world is in ${state}.`);
    return vote;
  };

  test('takes the ballot of a letter without a token, changes it by its receipt, and logs neither', async () => {
    const vote = await voteIn('VOTING');
    const [first, second] = vote.projects.nodes;
    const votingCode = 'DEM0-N0RB-1T0N-V0TE-0007';
    const input = { voteId: vote.id, votingCode, choices: [{ projectId: first!.id }] };
    const cast = await graph.ask<{ ballotCast: { receipt: string } }>(CAST, { input });
    expect(cast.errors).toBeUndefined();
    const receipt = cast.data?.ballotCast.receipt ?? '';
    const again = await graph.ask(CAST, { input });
    expect(again.data).toMatchObject({
      ballotCast: { receipt: null, problems: [{ __typename: 'Ineligible', path: ['votingCode'] }] },
    });
    const changed = await graph.ask(CHANGE, { input: { receipt, choices: [{ projectId: second!.id }] } });
    expect(changed.data).toEqual({
      ballotChange: {
        vote: { ballotsCast: vote.ballotsCast + 1 },
        problems: [],
      },
    });
    expect((await graph.ask(CHECK, { receipt })).data).toEqual({
      ballotCheck: { standing: 'CAST', counted: false },
    });
    const token = await graph.token({ subject: 'demo-resident', role: 'resident', council: KINGSTON });
    const { votingCode: _letter, ...byToken } = input;
    expect((await graph.ask(CAST, { input: byToken }, { token })).data).toMatchObject({
      ballotCast: { receipt: expect.any(String) as unknown, problems: [] },
    });
    const logged = JSON.stringify(graph.log);
    for (const secret of [receipt, votingCode, first!.id, second!.id]) expect(logged).not.toContain(secret);
  });

  /** Publishes a vote, and counts it again where there is neither a database nor a graph. */
  async function recount(vote: ShownVote): Promise<void> {
    const folder = await mkdtemp(join(tmpdir(), 'coop-recount-'));
    const file = join(folder, 'vote.pb');
    const published = await runProgram(BUILT, ['export', 'vote', '--vote', vote.id], graph.env);
    expect({ code: published.code, stderr: published.stderr }).toEqual({ code: 0, stderr: '' });
    const download = await fetch(`${graph.url}/exports/vote?vote=${vote.id}`);
    expect([download.status, await download.text()]).toEqual([200, published.stdout]);
    await writeFile(file, published.stdout);
    const nowhere = { COOP_DATA: '/dev/null/nowhere' };
    const { stdout } = await runProgram(BUILT, ['tally', file, '--json'], nowhere);
    const winners = (vote.outcome?.projects ?? [])
      .filter(({ funded }) => funded)
      .sort((a, b) => a.order! - b.order!)
      .map(({ project }) => String(project.number));
    expect(winners.length).toBeGreaterThan(1);
    expect(JSON.parse(stdout)).toMatchObject({
      budget: vote.budget.pence / 100,
      spent: vote.outcome!.spent.pence / 100,
      winners,
    });
    await rm(folder, { recursive: true });
  }

  test('gives a sceptic the same winners and sums from its published file, without a database', async () => {
    await recount(await voteIn('DELIVERY'));
    const open = await fetch(`${graph.url}/exports/vote?vote=${(await voteIn('VOTING')).id}`);
    expect(open.status).toBe(400);
  });

  test('is followed by a resident from the letter to the recount', async () => {
    const vote = await voteIn('VOTING');
    const [first, second] = vote.projects.nodes;
    const letter = { voteId: vote.id, votingCode: 'DEM0-N0RB-1T0N-V0TE-0011' };
    const choosing = (project: { readonly id: string }) => ({ choices: [{ projectId: project.id }] });
    const cast = await graph.ask<{ ballotCast: { receipt: string } }>(CAST, {
      input: { ...letter, ...choosing(first!) },
    });
    const { receipt } = cast.data!.ballotCast;
    const told = async () =>
      (await graph.ask<{ ballotCheck: { message: string } }>(TOLD, { receipt })).data!.ballotCheck.message;
    expect(await told()).toMatch(/counts as it stands. Until \d+ June 2026, \d\d:\d\d it can be changed/);
    const withdrawn = await graph.ask(WITHDRAW, { input: { receipt } });
    expect(withdrawn.data).toEqual({
      ballotWithdraw: {
        vote: { ballotsCast: vote.ballotsCast },
        problems: [],
      },
    });
    expect(await told()).toMatch(/nothing of this voter counts now.*same receipt/);
    const again = await graph.ask(CAST, { input: { ...letter, ...choosing(second!) } });
    expect(again.data).toMatchObject({ ballotCast: { problems: [{ __typename: 'Ineligible' }] } });
    await graph.ask(CHANGE, { input: { receipt, ...choosing(second!) } });
    expect((await graph.ask(CHECK, { receipt })).data).toEqual({
      ballotCheck: { standing: 'CAST', counted: false },
    });

    clock.set(vote.closesAt);
    const late = { input: { ...letter, votingCode: 'DEM0-N0RB-1T0N-V0TE-0012', ...choosing(first!) } };
    expect((await graph.ask(CAST, late)).data).toMatchObject({
      ballotCast: { receipt: null, problems: [{ __typename: 'TooLate', deadline: vote.closesAt }] },
    });
    const token = await graph.token({ council: KINGSTON });
    const tallied = await graph.ask(TALLY, { input: { id: vote.id } }, { token });
    expect(tallied.data).toEqual({
      voteTally: { vote: { state: 'DELIVERY', ballotsCast: vote.ballotsCast + 1 }, problems: [] },
    });
    expect((await graph.ask(CHECK, { receipt })).data).toEqual({
      ballotCheck: { standing: 'COUNTED', counted: true },
    });

    const { data } = await graph.ask<{
      vote: {
        ballots: { nodes: { choices: { number: number }[] }[] };
        marks: { nodes: { id: string }[] };
      };
    }>(PUBLISHED, { id: vote.id });
    const { ballots, marks } = data!.vote;
    const mark = createHash('sha256')
      .update(`receipt\n${receipt.replaceAll('-', '')}`)
      .digest('hex');
    expect(marks.nodes.map(({ id }) => id)).toContain(mark);
    expect(ballots.nodes).toHaveLength(vote.ballotsCast + 1);
    const counted = (await graph.ask<{ vote: ShownVote }>(OUTCOME, { id: vote.id })).data!.vote;
    for (const { project, ballots: named } of counted.outcome!.projects)
      expect(named).toBe(
        ballots.nodes.filter(({ choices }) => choices.some(({ number }) => number === project.number)).length,
      );
    await recount(counted);
    const logged = JSON.stringify(graph.log);
    for (const secret of [receipt, letter.votingCode, mark, first!.id]) expect(logged).not.toContain(secret);
  });
});
