import { OWN_CONTRACT, readOperations, SHARED_CONTRACT } from '../kit/operations';
import { testGraph } from '../kit/graph';

interface Candidates {
  readonly council: {
    readonly duplicateCandidates: {
      readonly nodes: readonly { readonly id: string; readonly verdict: string }[];
    };
  };
}
interface Judged {
  readonly duplicateJudge: {
    readonly candidate: object | null;
    readonly problems: readonly { readonly __typename: string }[];
  };
}

const CODE = 'E08000004';

describe('a payment that may have been made twice', () => {
  const graph = testGraph();
  const folders = [OWN_CONTRACT, SHARED_CONTRACT].filter((folder) => readOperations(folder).length > 0);

  const operation = (folder: string, name: string): string => {
    const all = readOperations(folder).flatMap(({ operations }) => operations);
    return all.find((one) => one.name === name)!.text;
  };

  test.each(folders)(
    'is listed for an auditor, and judged by one, by the operations of %s',
    async (folder) => {
      const token = await graph.token({ subject: 'auditor-1', role: 'auditor' });
      const list = await graph.ask<Candidates>(
        operation(folder, 'PossibleDuplicates'),
        { code: CODE },
        { token },
      );
      expect(list.errors).toBeUndefined();
      const [candidate] = list.data!.council.duplicateCandidates.nodes;
      const input = {
        id: candidate!.id,
        verdict: 'DUPLICATE',
        recoveredPence: 100,
        statementOfReasons: 'The supplier confirmed it.',
      };
      const judge = operation(folder, 'JudgeDuplicate');
      const judged = await graph.ask<Judged>(judge, { input }, { token });
      expect(judged.data!.duplicateJudge).toMatchObject({
        candidate: { id: candidate!.id, verdict: 'DUPLICATE', recovered: { pence: 100 } },
        problems: [],
      });
      const resident = await graph.token({ subject: 'resident-1', role: 'resident' });
      const refused = await graph.ask<Judged>(judge, { input }, { token: resident });
      expect(refused.data!.duplicateJudge).toMatchObject({
        candidate: null,
        problems: [{ __typename: 'NotAllowed' }],
      });
    },
  );

  test('is not to be had through the gateway by anybody else, nor by its id alone', async () => {
    const token = await graph.token({ subject: 'auditor-1', role: 'auditor' });
    const query = operation(OWN_CONTRACT, 'PossibleDuplicates');
    const list = await graph.ask<Candidates>(query, { code: CODE }, { token });
    const { id } = list.data!.council.duplicateCandidates.nodes[0]!;
    const strangers = [
      await graph.token({ subject: 'officer-9', role: 'officer', council: 'E08000005' }),
      await graph.token({ subject: 'analyst-1', role: 'analyst' }),
      await graph.token({ subject: 'resident-1', role: 'resident' }),
      undefined,
    ];
    for (const stranger of strangers) {
      const as = stranger === undefined ? {} : { token: stranger };
      const answer = await graph.ask(query, { code: CODE }, as);
      expect(new Set(answer.codes)).toEqual(new Set(['FORBIDDEN']));
      expect(JSON.stringify(answer)).not.toContain(id);
    }
    const node = await graph.ask('query ($id: ID!) { node(id: $id) { id __typename } }', { id }, { token });
    expect(node.data).toEqual({ node: null });
    expect(JSON.stringify(graph.log)).not.toContain(id);
  });
});
