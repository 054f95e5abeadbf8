import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testGraph } from '../kit/graph';
import { BUILT, runProgram } from '../kit/program';

const KINGSTON = 'E09000021';
const VOTES = `query ($state: VoteState!) {
  council(gssCode: "${KINGSTON}") {
    votes(first: 5, filter: { state: $state }) {
      nodes {
        id ballotsCast budget { pence }
        projects(first: 20) { nodes { id number name cost { pence } } }
        outcome { spent { pence } projects { project { number } funded order explanation } }
      }
    }
  }
}`;
const CAST =
  'mutation ($input: BallotCastInput!) { ballotCast(input: $input) { receipt problems { __typename message path } } }';
const CHANGE =
  'mutation ($input: BallotChangeInput!) { ballotChange(input: $input) { vote { ballotsCast } problems { message } } }';
const CHECK = 'query ($receipt: String!) { ballotCheck(receipt: $receipt) { standing counted } }';

interface ShownVote {
  readonly id: string;
  readonly ballotsCast: number;
  readonly budget: { readonly pence: number };
  readonly projects: { readonly nodes: readonly { readonly id: string; readonly number: number }[] };
  readonly outcome: {
    readonly spent: { readonly pence: number };
    readonly projects: readonly {
      readonly project: { readonly number: number };
      readonly funded: boolean;
      readonly order: number | null;
    }[];
  } | null;
}

describe('a participatory vote', () => {
  const graph = testGraph();
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
      ballotChange: { vote: { ballotsCast: vote.ballotsCast + 1 }, problems: [] },
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

  test('gives a sceptic the same winners from its published file, without a database', async () => {
    const vote = await voteIn('DELIVERY');
    const folder = await mkdtemp(join(tmpdir(), 'coop-recount-'));
    const file = join(folder, 'vote.pb');
    const published = await runProgram(BUILT, ['export', 'vote', '--vote', vote.id], graph.env);
    expect({ code: published.code, stderr: published.stderr }).toEqual({ code: 0, stderr: '' });
    const download = await fetch(`${graph.url}/exports/vote?vote=${vote.id}`);
    expect([download.status, await download.text()]).toEqual([200, published.stdout]);
    const open = await fetch(`${graph.url}/exports/vote?vote=${(await voteIn('VOTING')).id}`);
    expect(open.status).toBe(400);
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
  });
});
