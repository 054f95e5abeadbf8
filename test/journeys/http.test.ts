import { testGraph } from '../kit/graph';

const PAGE = 'https://data.oldham.example';
const QUESTION = '{ council(gssCode: "E08000004") { name } }';
const JSON_TYPE = { 'content-type': 'application/json' };

describe('HTTP', () => {
  const graph = testGraph({ env: { COOP_CORS_ORIGINS: PAGE } });

  const preflight = (origin: string) =>
    fetch(`${graph.url}/graphql`, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type, authorization',
      },
    });

  test('pages of the origins that are set may call, and no others', async () => {
    const allowed = await preflight(PAGE);
    expect(allowed.headers.get('access-control-allow-origin')).toBe(PAGE);
    expect(allowed.headers.get('access-control-allow-headers')).toMatch(/authorization/i);
    const { headers } = await graph.ask(QUESTION, {}, { headers: { origin: PAGE } });
    expect(headers.get('access-control-allow-origin')).toBe(PAGE);
    expect(
      (await preflight('https://elsewhere.example')).headers.get('access-control-allow-origin'),
    ).not.toBe('https://elsewhere.example');
  });

  test('a query may be sent by GET, but not by a page that asked nobody', async () => {
    const address = `${graph.url}/graphql?query=${encodeURIComponent(QUESTION)}`;
    expect((await fetch(address)).status).toBe(400);
    const asked = await fetch(address, { headers: { 'apollo-require-preflight': 'true' } });
    expect(await asked.json()).toEqual({ data: { council: { name: 'Oldham' } } });
  });

  test('a mutation is not sent by GET', async () => {
    const mutation = encodeURIComponent('mutation M { __typename }');
    const response = await fetch(`${graph.url}/graphql?query=${mutation}`, {
      headers: { 'apollo-require-preflight': 'true' },
    });
    expect(response.status).toBeGreaterThanOrEqual(400);
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'a body of type %s is not read',
    async (type) => {
      const response = await fetch(`${graph.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': type },
        body: JSON.stringify({ query: QUESTION }),
      });
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(await response.text()).not.toContain('Oldham');
    },
  );

  test('several operations in one request are refused', async () => {
    const body = JSON.stringify([{ query: QUESTION }, { query: QUESTION }]);
    const response = await fetch(`${graph.url}/graphql`, { method: 'POST', headers: JSON_TYPE, body });
    expect(response.status).toBe(400);
    expect(await response.text()).not.toContain('Oldham');
  });

  test.each(['{', 'null', '7', '{"query":7}', '{"query":"{"}', '{"query":"{ nothing }"}'])(
    'the body %s is answered with a plain error',
    async (body) => {
      const response = await fetch(`${graph.url}/graphql`, { method: 'POST', headers: JSON_TYPE, body });
      expect(response.status).toBe(400);
      expect(await response.json()).toEqual({
        errors: [expect.objectContaining({ message: expect.any(String) })],
      });
    },
  );

  test('the request id that was sent comes back, and one is made where none was', async () => {
    const requestId = 'journey-request-0001';
    const { headers } = await graph.ask(QUESTION, {}, { headers: { 'x-request-id': requestId } });
    expect(headers.get('x-request-id')).toBe(requestId);
    expect(graph.log).toContainEqual(expect.objectContaining({ requestId }));
    expect((await graph.ask(QUESTION)).headers.get('x-request-id')).toMatch(/\S{8,}/);
  });

  test('the page for people, its schema and the figures are there', async () => {
    const page = await fetch(`${graph.url}/`);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await (await fetch(`${graph.url}/metrics`)).text()).toContain('# HELP');
    expect(await (await fetch(`${graph.url}/schema.graphql`)).text()).toContain('type Council');
  });
});
