import { readFile } from 'node:fs/promises';
import { deflateSync, inflateSync } from 'node:zlib';
import { FixedClock } from '@coop/shared/time';
import type { Page } from 'playwright-core';
import { startGraphForTest, type TestGraph } from './kit/graph';
import { PATIENCE } from './kit/patience';
import {
  describeInBrowser,
  editor,
  nameless,
  PHONE,
  run,
  sandboxVisitor,
  sticksOut,
  tab,
} from './kit/sandbox-visitor';

jest.setTimeout(PATIENCE);

describeInBrowser('results in the sandbox page (needs chromium or COOP_TEST_BROWSER)', () => {
  const { visit, picture, expectComplaint } = sandboxVisitor();
  const clock = new FixedClock('2026-06-03T09:00:00Z');
  let graph: TestGraph;

  beforeAll(async () => {
    graph = await startGraphForTest({ clock });
  }, PATIENCE);
  afterAll(() => graph?.end());

  const show = (page: Page, view: 'JSON' | 'Table' | 'Chart') =>
    page
      .getByRole('group', { name: 'Show the answer as' })
      .getByRole('button', { name: view, exact: true })
      .click();
  const table = (page: Page) => page.getByRole('region', { name: /^Table of/ });
  const column = async (page: Page, place: number) =>
    table(page).locator(`tbody tr:not(.gap) td:nth-child(${place})`).allInnerTexts();
  const chart = (page: Page) => page.locator('.chart-frame canvas');

  /** Opens an example and runs it. */
  async function ask(page: Page, example: string): Promise<void> {
    await tab(page, example).click();
    await run(page);
    await page.getByText('Answered', { exact: true }).waitFor();
  }

  /** Presses a button that saves a file, and reads the file. */
  async function saved(page: Page, button: string) {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: button }).click(),
    ]);
    return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
  }

  /** Lets the graph answer with this list, whatever it is asked. */
  const answerWith = (page: Page, data: object) =>
    page.route('**/graphql', (route) =>
      route.request().postData()?.includes('IntrospectionQuery')
        ? route.continue()
        : route.fulfill({ json: { data } }),
    );

  it('shows a list as a table that sorts by any column', async () => {
    const page = await visit(graph);
    await ask(page, 'AssetRegister');
    await show(page, 'Table');
    await table(page).getByRole('columnheader', { name: 'ward.name' }).waitFor();
    const names = await column(page, 3);
    expect(names).toHaveLength(10);
    const header = table(page).getByRole('columnheader', { name: 'name', exact: true });
    await header.getByRole('button').click();
    await header.getByRole('button').press('Enter');
    await expect(header.getAttribute('aria-sort')).resolves.toBe('descending');
    await expect(column(page, 3)).resolves.toEqual([...names].sort(byName).reverse());
    await header.getByRole('button').click();
    await expect(header.getAttribute('aria-sort')).resolves.toBeNull();
    await expect(column(page, 3)).resolves.toEqual(names);
    await expect(nameless(page)).resolves.toEqual([]);
    await picture(page, 'wide-table');
  });

  it('runs what the editor holds, also in the moment after another tab was opened', async () => {
    const page = await visit(graph);
    const [request] = await Promise.all([
      page.waitForRequest((sent) => sent.postData()?.includes('land and buildings') ?? false),
      page.evaluate(RUN_AT_ONCE),
    ]);
    expect(request.postDataJSON()).toMatchObject({ operationName: 'AssetRegister' });
    await page.getByText('Answered', { exact: true }).waitFor();
  });

  it('lets one choose among the lists of an answer, open those within rows, and come back', async () => {
    const page = await visit(graph);
    await answerWith(page, {
      council: { wards: { nodes: [{ name: 'Shaw', assets: [{ name: 'Hall' }, { name: 'Mill' }] }] } },
      areas: [{ code: 'E05' }, { code: 'E06' }],
    });
    await ask(page, 'Welcome');
    await show(page, 'Table');
    await page.getByRole('region', { name: 'Table of areas' }).waitFor();
    await page.getByLabel('List', { exact: true }).selectOption('council.wards (1)');
    await page.getByRole('button', { name: 'Open assets: 2 rows' }).press('Enter');
    await expect(column(page, 1)).resolves.toEqual(['Hall', 'Mill']);
    await expect(page.evaluate(FOCUSED)).resolves.toBe('Table of council.wards.nodes.0.assets');
    await page.getByRole('button', { name: 'Back to the list around it' }).press('Enter');
    await expect(page.evaluate(FOCUSED)).resolves.toBe('Table of council.wards');
    await expect(column(page, 1)).resolves.toEqual(['Shaw']);
  });

  it('stays quick with five thousand rows: only those in sight are drawn, and the last can be reached', async () => {
    const page = await visit(graph);
    const payments = Array.from({ length: 5_000 }, (_, index) => ({
      id: `payment_${index}`,
      net: { pence: (index * 7_919) % 100_003, formatted: 'x' },
      supplier: { name: `Supplier ${index % 997}` },
      paidOn: '2026-03-05',
      share: 0.125,
      reference: `R${index}`,
    }));
    await answerWith(page, { payments });
    await ask(page, 'Welcome');
    await show(page, 'Table');
    const rows = table(page).locator('tbody tr:not(.gap)');
    await rows.first().waitFor();
    await expect(table(page).getByRole('table').getAttribute('aria-rowcount')).resolves.toBe('5001');
    await expect(rows.count()).resolves.toBeLessThan(80);
    const net = table(page).getByRole('columnheader', { name: 'net' }).getByRole('button');
    await net.click();
    await rows.first().getByText('£0.00').waitFor();
    const most = Math.max(...payments.map(({ net }) => net.pence));
    await net.click();
    await rows
      .first()
      .getByText(`£${most / 100}`.replace(/(\d)(\d{3}\.)/, '$1,$2'))
      .waitFor();
    await table(page).focus();
    await page.keyboard.press('End');
    await table(page).locator('tr[aria-rowindex="5001"]').waitFor();
    await expect(rows.last().locator('td').nth(1).innerText()).resolves.toBe('£0.00');
    await picture(page, 'wide-many-rows');
  });

  it('draws a chart, lets one choose what is drawn, and says it in words and figures', async () => {
    const page = await visit(graph);
    await answerWith(page, {
      spendSummary: {
        groups: [
          { key: 'Highways', total: { pence: 1_234_500_00 }, paymentCount: 310, share: 0.6 },
          { key: 'Libraries', total: { pence: 700_000_00 }, paymentCount: 90, share: 0.4 },
          { key: 'Refunds', total: { pence: -50_000_00 }, paymentCount: 12, share: 0 },
        ],
      },
    });
    await ask(page, 'Welcome');
    await show(page, 'Chart');
    await chart(page).waitFor();
    await expect(chart(page).getAttribute('aria-label')).resolves.toBe(
      'Bar chart of total by key, 3 values. Largest: Highways (£1,234,500.00); smallest: Refunds (-£50,000.00).',
    );
    await expect(coloursDrawn(page)).resolves.toBeGreaterThan(2);
    await picture(page, 'wide-bars');
    await page.getByLabel('Values', { exact: true }).selectOption('paymentCount');
    await page.getByText('In words and figures').click();
    await page
      .getByRole('region', { name: 'Figures of the chart' })
      .getByRole('cell', { name: '310' })
      .waitFor();
    await page.getByRole('button', { name: 'Lines', exact: true }).click();
    await expect(chart(page).getAttribute('aria-label')).resolves.toMatch(
      /^Line chart of payment count by key/,
    );
    await page.getByLabel('Values', { exact: true }).selectOption('total');
    await page.getByRole('button', { name: 'Shares', exact: true }).click();
    await page.getByText('1 row below zero left out').waitFor();
    await expect(coloursDrawn(page)).resolves.toBeGreaterThan(2);
    await expect(nameless(page)).resolves.toEqual([]);
    await picture(page, 'wide-shares');
  });

  it('takes the shown list away as CSV, in its order, with nothing that a spreadsheet would run', async () => {
    const page = await visit(graph);
    await answerWith(page, {
      payments: [
        { supplier: { name: 'Mill, "Old"' }, net: { formatted: '£1,000.00' } },
        { supplier: { name: '=HYPERLINK("x")' }, net: { formatted: '-£5.00' } },
      ],
    });
    await ask(page, 'Welcome');
    await show(page, 'Table');
    await table(page).getByRole('columnheader', { name: 'net' }).getByRole('button').click();
    await expect(saved(page, 'Download CSV')).resolves.toEqual({
      name: 'Welcome-payments.csv',
      text: '\ufeffsupplier.name,net (GBP)\r\n"\'=HYPERLINK(""x"")",-5.00\r\n"Mill, ""Old""",1000.00\r\n',
    });
    await page.getByText('Saved 2 rows').waitFor();
  });

  it('says when a list is one page of more, and fetches the others', async () => {
    const page = await visit(graph);
    await ask(page, 'AssetRegister');
    const first = await saved(page, 'Download CSV');
    expect(first.name).toBe('AssetRegister-council.assets-first-10-of-12.csv');
    await show(page, 'Table');
    await page.getByText('10 rows of 12: one page of the list', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Fetch all pages' }).click();
    await page.getByText('All 12 rows').waitFor();
    const whole = await saved(page, 'Download CSV');
    expect(whole.name).toBe('AssetRegister-council.assets.csv');
    expect(whole.text.trim().split('\r\n')).toHaveLength(13);
    expect(whole.text.startsWith(first.text.trimEnd())).toBe(true);
    await tab(page, 'Welcome').click();
    await tab(page, 'AssetRegister').click();
    await page.getByText('All 12 rows').waitFor();
  });

  it('stops fetching when it is told to, and keeps the page that was there', async () => {
    const page = await visit(graph);
    await ask(page, 'AssetRegister');
    await show(page, 'Table');
    // Never answered: the fetching is under way until it is cancelled.
    await page.route('**/graphql', () => undefined);
    await page.getByRole('button', { name: 'Fetch all pages' }).click();
    await page.getByRole('progressbar', { name: 'Rows fetched' }).waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Fetch all pages' }).waitFor();
    await page.getByText('10 rows of 12: one page of the list', { exact: true }).waitFor();
  });

  it('puts the operation, its variables and the view into a link, which brings them back elsewhere', async () => {
    const page = await visit(graph);
    await signIn(page);
    await ask(page, 'AssetRegister');
    await show(page, 'Table');
    await table(page).getByRole('columnheader', { name: 'reference' }).getByRole('button').click();
    await show(page, 'Chart');
    await page.getByLabel('Values', { exact: true }).selectOption('location.latitude');
    await page.getByRole('button', { name: 'Link', exact: true }).click();
    const link = await page.getByRole('textbox', { name: 'Link', exact: true }).inputValue();
    await picture(page, 'wide-link');
    expect(link.startsWith(`${graph.url}/#view=1.`)).toBe(true);
    expect(inflateSync(Buffer.from(link.split('view=1.')[1] ?? '', 'base64url')).toString()).not.toMatch(
      /eyJ|token|authorization/i,
    );
    const other = await visit(graph, { fragment: new URL(link).hash });
    await expect(chart(other).getAttribute('aria-label')).resolves.toMatch(/^Bar chart of location latitude/);
    await expect(tab(other, 'AssetRegister').getAttribute('aria-selected')).resolves.toBe('true');
    await show(other, 'Table');
    const header = table(other).getByRole('columnheader', { name: 'reference' });
    await expect(header.getAttribute('aria-sort')).resolves.toBe('ascending');
    expect(other.url()).toBe(`${graph.url}/`);
  });

  it('opens a link to another operation in a tab of its own, with its variables, also while the page is open', async () => {
    const page = await visit(graph);
    const query =
      'query Linked($code: ID!) { council(gssCode: $code) { wards(first: 3) { nodes { name } } } }';
    await follow(page, linkTo({ query, variables: '{ "code": "E08000004" }', view: { kind: 'table' } }));
    await page.getByRole('region', { name: 'Table of council.wards' }).waitFor();
    await expect(tab(page, 'Linked').getAttribute('aria-selected')).resolves.toBe('true');
    await page.getByRole('region', { name: 'Variables' }).getByText('E08000004').waitFor();
    await expect(column(page, 1)).resolves.toHaveLength(3);
  });

  it('shows a mutation of a link and does not run it', async () => {
    const page = await visit(graph);
    const sent: string[] = [];
    page.on('request', (request) => void sent.push(request.postData() ?? ''));
    const query = 'mutation Linked { __typename }';
    await follow(page, linkTo({ query, variables: '', view: { kind: 'table' } }));
    await page.getByText('Run the operation to see its answer as a table.').waitFor();
    await tab(page, 'Linked').waitFor();
    expect(sent.filter((body) => body.includes('mutation'))).toEqual([]);
  });

  it('says that a link is broken, and works on', async () => {
    const page = await visit(graph, { fragment: '#view=1.eJyrVspMUbJS' });
    await page.getByText('The link that you opened is broken').waitFor();
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await ask(page, 'Welcome');
  });

  it('says when the sign-in has expired, keeps the schema, and offers the ways on', async () => {
    // The browser itself notes a refused request.
    expectComplaint(/401/);
    const page = await visit(graph);
    await signIn(page);
    clock.advance(13 * 3_600_000);
    await page.reload();
    await page.getByText('Your sign-in as resident of Oldham holds no longer').waitFor();
    await picture(page, 'wide-expired');
    await editor(page).waitFor();
    await run(page);
    await page.getByText('No data, 1 error').waitFor();
    await page.getByRole('button', { name: 'Sign in again' }).click();
    await page.getByText('Your sign-in as resident').waitFor({ state: 'detached' });
    await run(page);
    await page.getByText('Answered', { exact: true }).waitFor();
    clock.advance(13 * 3_600_000);
    await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
    await page.getByText('Your sign-in as resident of Oldham holds no longer').waitFor();
    await page.getByRole('button', { name: 'Go on without' }).click();
    await run(page);
    await page.getByText('Answered', { exact: true }).waitFor();
  });

  it('fits a phone, and is dark where the system is', async () => {
    const page = await visit(graph, { viewport: PHONE, colorScheme: 'dark' });
    await ask(page, 'AssetRegister');
    await show(page, 'Table');
    await table(page).waitFor();
    await expect(sticksOut(page)).resolves.toEqual([]);
    await picture(page, 'phone-table');
    await show(page, 'Chart');
    await chart(page).waitFor();
    await expect(sticksOut(page)).resolves.toEqual([]);
    await page.getByRole('button', { name: 'More room' }).click();
    await editor(page).waitFor({ state: 'hidden' });
    await expect(sticksOut(page)).resolves.toEqual([]);
    await picture(page, 'phone-chart');
  });

  async function signIn(page: Page): Promise<void> {
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: 'Sign out' }).waitFor();
  }

  /** As if the link had been pasted into the address bar of the open page. */
  const follow = (page: Page, fragment: string) => page.evaluate(`location.hash = '${fragment}'`);

  /** How many colours the chart has, beside those of its ground. */
  const coloursDrawn = (page: Page) => page.evaluate<number>(COLOURS_DRAWN);
});

/** A link as the page writes it, made by other means. */
function linkTo(state: object): string {
  return `#view=1.${deflateSync(JSON.stringify(state)).toString('base64url')}`;
}

const byName = new Intl.Collator('en-GB', { numeric: true }).compare;

// As text: they run in the browser, whose types these tests do not have.
const RUN_AT_ONCE = `
  document.querySelector('.graphiql-tab-button[title=AssetRegister]').click();
  document.querySelector('.graphiql-execute-button').click();`;
const FOCUSED = `document.activeElement.getAttribute('aria-label')`;
const COLOURS_DRAWN = `(() => {
  const canvas = document.querySelector('.chart-frame canvas');
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  const counts = new Map();
  for (let at = 0; at < data.length; at += 4) {
    if (data[at + 3] !== 255) continue;
    const colour = data.slice(at, at + 3).join();
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  return [...counts.values()].filter((count) => count > 200).length;
})()`;
