import type { Page } from 'playwright-core';
import { startGraphForTest, type TestGraph } from './kit/graph';
import { PATIENCE } from './kit/patience';
import {
  describeInBrowser,
  editor,
  expectAnswer,
  nameless,
  PHONE,
  run,
  sandboxVisitor,
  sticksOut,
  tab,
} from './kit/sandbox-visitor';

jest.setTimeout(PATIENCE);

/** An issuer that is asked only when a token comes, and here none does. */
const PRODUCTION = {
  COOP_MODE: 'production',
  COOP_JWKS_URL: 'https://issuer.invalid/keys',
  COOP_TOKEN_ISSUER: 'https://issuer.invalid',
  COOP_TOKEN_AUDIENCE: 'coop-graph',
};

describeInBrowser('the sandbox page in a real browser (needs chromium or COOP_TEST_BROWSER)', () => {
  const { visit, picture } = sandboxVisitor();
  let demo: TestGraph;
  let production: TestGraph;

  beforeAll(async () => {
    [demo, production] = await Promise.all([startGraphForTest(), startGraphForTest({ env: PRODUCTION })]);
  }, PATIENCE);

  afterAll(() => Promise.all([demo?.end(), production?.end()]));

  /** Runs the operation and gives the Authorization header that it was sent with. */
  async function authorizationOfRun(page: Page): Promise<string | undefined> {
    const sent = page.waitForRequest(
      (request) => request.method() === 'POST' && request.url().endsWith('/graphql'),
    );
    await run(page);
    return (await sent).headers()['authorization'];
  }

  it('opens the examples as tabs, the welcome first, and runs it', async () => {
    const page = await visit(demo);
    await expect(page.title()).resolves.toContain('Co-operative council');
    const tabs = await page.getByRole('tab').allInnerTexts();
    expect(tabs[0]).toBe('Welcome');
    expect(tabs).toContain('AssetRegister');
    await expect(tab(page, 'Welcome').getAttribute('aria-selected')).resolves.toBe('true');
    await picture(page, 'wide-first-visit');
    await run(page);
    await expectAnswer(page, '"Oldham"');
    await page.getByText('Answered', { exact: true }).waitFor();
    await picture(page, 'wide-answer');
  });

  it('runs the operation by keyboard', async () => {
    const page = await visit(demo);
    await editor(page).click();
    await page.keyboard.press('Control+Enter');
    await expectAnswer(page, '"Oldham"');
  });

  it('shows an example with its variables, and opens one from the list', async () => {
    const page = await visit(demo);
    await tab(page, 'AssetsNearby').click();
    await page.getByRole('region', { name: 'Variables' }).getByText('53.5409').waitFor();
    await page.getByRole('button', { name: /^Councils that work/ }).click();
    await tab(page, 'CoOperativeCouncils').waitFor();
    await run(page);
    await expectAnswer(page, '"totalCount"');
  });

  it('sends the token of whoever is signed in, until they sign out', async () => {
    const page = await visit(demo);
    await page.getByRole('button', { name: 'Sign in' }).click();
    const dialog = page.getByRole('dialog', { name: 'Sign in to the demo world' });
    await dialog.getByLabel('Role').selectOption('officer');
    await dialog.getByLabel('Council').selectOption({ label: 'Oldham' });
    await picture(page, 'wide-sign-in');
    await dialog.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: 'Signed in as officer of Oldham. Change' }).waitFor();
    await page.getByRole('button', { name: /^Councils that work/ }).click();
    await expect(authorizationOfRun(page)).resolves.toMatch(/^Bearer eyJ/);
    await expectAnswer(page, '"totalCount"');
    await picture(page, 'wide-signed-in');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    await expect(authorizationOfRun(page)).resolves.toBeUndefined();
    await expectAnswer(page, '"totalCount"');
  });

  it('keeps the sign-in through a reload, and not beyond the browser tab', async () => {
    const page = await visit(demo);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Sign in' }).click();
    const who = page.getByRole('button', { name: /^Signed in as resident of / });
    await who.waitFor();
    await page.reload();
    await who.waitFor();
    const kept = await page.evaluate('JSON.stringify({ ...localStorage })');
    expect(kept).not.toContain('eyJ');
  });

  it('offers no sign-in in production', async () => {
    const page = await visit(production);
    await expect(page.getByRole('button', { name: 'Sign in' }).count()).resolves.toBe(0);
    const refused = await page.request.post(`${production.url}/demo/token`, { data: {} });
    expect(refused.status()).toBe(404);
  });

  it('links to the schema as text and explains it in the side bar', async () => {
    const page = await visit(demo);
    const [schema] = await Promise.all([
      page.waitForEvent('popup'),
      page.getByRole('link', { name: 'Schema' }).click(),
    ]);
    await schema.waitForLoadState();
    await expect(schema.locator('body').innerText()).resolves.toContain('type Query');
    await page.getByRole('button', { name: /documentation explorer/i }).click();
    await page.getByRole('link', { name: 'Query', exact: true }).click();
    await page.getByText('The council with a code, present or abolished').waitFor();
    await picture(page, 'wide-reference');
  });

  it('hands the answer over as a file', async () => {
    const page = await visit(demo);
    await run(page);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download JSON' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('Welcome.json');
  });

  it('fits a phone: nothing sticks out, and an example can be opened and run', async () => {
    const page = await visit(demo, { viewport: PHONE });
    await picture(page, 'phone-first-visit');
    await expect(sticksOut(page)).resolves.toEqual([]);
    await run(page);
    await expectAnswer(page, '"Oldham"');
    await picture(page, 'phone-answer');
    await page.getByRole('button', { name: 'Show Examples' }).click();
    await picture(page, 'phone-examples');
    await expect(sticksOut(page)).resolves.toEqual([]);
    await page.getByRole('button', { name: /^Councils that work/ }).click();
    await run(page);
    await expectAnswer(page, '"totalCount"');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await picture(page, 'phone-sign-in');
    await page.getByRole('dialog').getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: 'Sign out' }).waitFor();
    await picture(page, 'phone-signed-in');
    await expect(sticksOut(page)).resolves.toEqual([]);
  });

  it('is dark where the system is', async () => {
    const page = await visit(demo, { colorScheme: 'dark' });
    await run(page);
    await expectAnswer(page, '"Oldham"');
    await picture(page, 'wide-dark');
    await expect(page.evaluate('getComputedStyle(document.body).backgroundColor')).resolves.toBe(
      'rgb(20, 28, 37)',
    );
  });

  it('gives every control a name', async () => {
    const page = await visit(demo);
    await expect(nameless(page)).resolves.toEqual([]);
  });
});
