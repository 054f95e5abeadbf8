import { testGraph } from '../kit/graph';
import { paymentLines } from '../kit/payment-lines';
import { PATIENCE } from '../kit/patience';

jest.setTimeout(PATIENCE);

const OLDHAM = 'E08000004';

describe('files sent over HTTP', () => {
  const graph = testGraph();

  const send = async (
    body: string | Buffer,
    {
      path = `/imports/spending?council=${OLDHAM}&file=June%202020.csv`,
      role = 'officer',
      council = OLDHAM,
      headers = {},
      base = graph.url,
    }: {
      path?: string;
      role?: 'officer' | 'administrator' | 'resident' | 'auditor' | null;
      council?: string;
      headers?: Record<string, string>;
      base?: string;
    } = {},
  ) => {
    const token = role === null ? null : await graph.token({ role, council });
    const answer = await fetch(`${base}${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'text/csv',
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...headers,
      },
      body,
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
  const file = [...paymentLines(200)].join('');

  test('an officer sends a file through the gateway, and reads in the graph what became of it', async () => {
    const first = await send(file);
    expect(first).toMatchObject({
      status: 200,
      body: { file: 'June 2020.csv', rows: 200, imported: 200, alreadyThere: 0, rejected: 0, refused: null },
    });
    expect(await send(file, { role: 'administrator' })).toMatchObject({
      status: 200,
      body: { imported: 0, alreadyThere: 200, sha256: first.body['sha256'] },
    });
    const { data } = await graph.ask<{ council: { spendImports: { nodes: object[] } } }>(
      `{ council(gssCode: "${OLDHAM}") { spendImports(first: 2) { nodes { file rows imported alreadyThere state progress } } } }`,
    );
    expect(data?.council.spendImports.nodes).toEqual([
      { file: 'June 2020.csv', rows: 200, imported: 0, alreadyThere: 200, state: 'COMPLETE', progress: 1 },
      { file: 'June 2020.csv', rows: 200, imported: 200, alreadyThere: 0, state: 'COMPLETE', progress: 1 },
    ]);
  });

  test('what the command refuses is refused here as well, and a trial writes nothing', async () => {
    const register =
      'Contract Title,Contract Value,Start Date,End Date,Supplier\nRoads,1000,2020-01-01,2024-01-01,A Ltd\n';
    const refused = await send(register);
    expect(refused.status).toBe(422);
    expect(refused.body['refused']).toMatch(/contracts register/);
    const trial = await send([...paymentLines(20)].join('').replaceAll('2024', '2023'), {
      path: `/imports/spending?council=${OLDHAM}&dryRun=true`,
    });
    expect(trial.body['remarks']).toEqual(expect.arrayContaining(['This was a trial: nothing was written.']));
    const wrong = await send(file, { path: `/imports/spending?council=${OLDHAM}&columnsJson=nonsense` });
    expect(wrong.status).toBe(400);
    // A file of this machine is not to be named from outside.
    const named = await send(file, {
      path: `/imports/spending?council=${OLDHAM}&dryRun=true&columns=/etc/passwd`,
    });
    expect(named.status).toBe(400);
  });

  test('nothing is taken for a council that the directory does not know', async () => {
    for (const kind of ['spending', 'card-details'])
      expect(
        await send(file, { path: `/imports/${kind}?council=E08009999`, council: 'E08009999' }),
      ).toMatchObject({
        status: 422,
        body: {
          rows: 0,
          refused: expect.stringMatching(/^The directory knows no council E08009999/) as string,
        },
      });
  });

  test('nor a file without a column that the mapping names', async () => {
    const mapping = encodeURIComponent('{"Nett amuont": "amountNet"}');
    const { status, body } = await send(file, {
      path: `/imports/spending?council=${OLDHAM}&columnsJson=${mapping}`,
    });
    expect({ status, refused: body['refused'] }).toEqual({
      status: 422,
      refused: expect.stringContaining(
        'the mapping names a column that it does not have: "Nett amuont"',
      ) as string,
    });
  });

  test.each([
    ['nobody in particular', { role: null }, 401, 'UNAUTHENTICATED'],
    ['a resident', { role: 'resident' as const }, 403, 'FORBIDDEN'],
    ['an auditor', { role: 'auditor' as const }, 403, 'FORBIDDEN'],
    ['an officer of another council', { council: 'E08000009' }, 403, 'FORBIDDEN'],
    [
      'somebody with a forged token',
      { role: null, headers: { authorization: 'Bearer x.y.z' } },
      401,
      'UNAUTHENTICATED',
    ],
    ['a form', { headers: { 'content-type': 'multipart/form-data; boundary=x' } }, 415, 'BAD_USER_INPUT'],
    ['a kind of file that nobody takes', { path: `/imports/areas?council=${OLDHAM}` }, 404, 'BAD_USER_INPUT'],
    ['a file of no council', { path: '/imports/spending' }, 400, 'BAD_USER_INPUT'],
  ])('%s is turned away', async (_, options, status, code) => {
    expect(await send(file, options)).toMatchObject({ status, body: { errors: [{ extensions: { code } }] } });
  });
});
