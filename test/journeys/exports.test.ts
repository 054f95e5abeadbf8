import { testGraph } from '../kit/graph';

describe('exports over HTTP', () => {
  const graph = testGraph();
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${graph.url}/exports${path}`, { headers });

  test('say which there are and what they take', async () => {
    const kinds = (await (await get('')).json()) as {
      kind: string;
      options: { name: string; required: boolean }[];
    }[];
    const summary = kinds.find(({ kind }) => kind === 'spend-summary');
    expect(summary?.options).toContainEqual(expect.objectContaining({ name: 'group-by', required: true }));
    expect(kinds.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['assets', 'payments', 'spend-over-500', 'card-transactions', 'vcse-grants']),
    );
  });

  test('write what the graph sums up', async () => {
    const response = await get(
      '/spend-summary?council=E08000004&group-by=month&from=2019-01-01&to=2019-12-31',
    );
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^text\/csv/);
    expect(response.headers.get('content-disposition')).toBe(
      'attachment; filename="spend-summary-e08000004-month.csv"',
    );
    const [header, ...rows] = (await response.text()).trimEnd().split('\r\n');
    expect(header).toBe('Key,Label,Total,Payments,Share');
    const { data } = await graph.ask<{
      spendSummary: { groups: { key: string; total: { pounds: string } }[] };
    }>(
      '{ spendSummary(councils: ["E08000004"], groupBy: MONTH, filter: { from: "2019-01-01", to: "2019-12-31" }) { groups(first: 100) { key total { pounds } } } }',
    );
    expect(rows.map((row) => row.split(',')).map(([key, , total]) => [key, total])).toEqual(
      data?.spendSummary.groups.map(({ key, total }) => [key, total.pounds]),
    );
  });

  test('write every payment that the filter lets through', async () => {
    const filter = 'council=E08000004,E08000005&channel=card&from=2019-01-01';
    const rows = (await (await get(`/payments?${filter}`)).text()).trimEnd().split('\r\n').slice(1);
    const { data } = await graph.ask<{ payments: { totalCount: number } }>(
      '{ payments(filter: { councils: ["E08000004", "E08000005"], channel: CARD, from: "2019-01-01" }) { totalCount } }',
    );
    expect(rows.length).toBe(data?.payments.totalCount);
    expect(rows.every((row) => row.includes(',CARD,'))).toBe(true);
  });

  test.each([
    ['spend-over-500', 'Organisation URI,Date,Department,Beneficiary,Summary of Purpose,Amount'],
    ['card-transactions', 'Organisation URI,Date,Department,Beneficiary,Amount'],
    ['vcse-grants', 'Organisation URI,Date,Department,Beneficiary,Registration Number'],
  ])('write %s in the fields of the Transparency Code', async (kind, header) => {
    const text = await (await get(`/${kind}?council=E08000004`)).text();
    expect(text).toMatch(new RegExp(`^${header}`));
    expect(text.split('\r\n').length).toBeGreaterThan(5);
  });

  test.each([
    ['/nothing', 404, /no export nothing/],
    ['/payments', 400, /needs council/],
    ['/payments?council=Oldham', 400, /GSS codes/],
    ['/payments?council=E08000004&from=yesterday', 400, /takes a day/],
    ['/payments?council=E08000004&colour=red', 400, /no option colour/],
    ['/payments?council=E08000004&council=E08000005', 400, /once/],
    ['/spend-summary?council=E08000004&group-by=colour', 400, /takes one of/],
    ['/payments?council=E08000004&format=xlsx', 400, /csv/],
  ])('refuse %s in words', async (path, status, message) => {
    const response = await get(path);
    expect(response.status).toBe(status);
    const { errors } = (await response.json()) as {
      errors: { message: string; extensions: { code: string } }[];
    };
    expect(errors[0]?.message).toMatch(message);
    expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  test('refuse a council that the directory does not know, alone or among others, and at the subgraph too', async () => {
    const own = `${graph.running.subgraphs['spending']}/exports`;
    for (const address of [
      `${graph.url}/exports/assets?council=E08009999`,
      `${graph.url}/exports/payments?council=E08000004,E08009999`,
      `${own}/spend-over-500?council=E08009999`,
    ]) {
      const response = await fetch(address);
      expect(response.status).toBe(404);
      const { errors } = (await response.json()) as { errors: object[] };
      expect(errors).toEqual([
        expect.objectContaining({
          message: expect.stringMatching(
            /^The directory knows no council E08009999\. .* import areas FILE/,
          ) as string,
          extensions: expect.objectContaining({ code: 'BAD_USER_INPUT' }) as object,
        }),
      ]);
    }
  });

  test('refuse a token that is none', async () => {
    expect((await get('/payments?council=E08000004', { authorization: 'Bearer x' })).status).toBe(401);
  });
});
