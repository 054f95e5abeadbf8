import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { installedBrowser, launchBrowser } from './kit/browser';
import { builtSandboxPage } from './kit/sandbox-page';
import { startGraphForTest, type TestGraph } from './kit/graph';

jest.setTimeout(60_000);

const path = installedBrowser(process.env);
const inBrowser = path ? describe : describe.skip;
const WIDE = { width: 1280, height: 800 };
/** An issuer that is asked only when a token comes, and here none does. */
const PRODUCTION = {
  COOP_MODE: 'production',
  COOP_JWKS_URL: 'https://issuer.invalid/keys',
  COOP_TOKEN_ISSUER: 'https://issuer.invalid',
  COOP_TOKEN_AUDIENCE: 'coop-graph',
};
const PHONE = { width: 390, height: 844 };

inBrowser('the sandbox page in a real browser (needs chromium or COOP_TEST_BROWSER)', () => {
  const pictures = process.env['COOP_TEST_PICTURES'] ?? mkdtempSync(join(tmpdir(), 'coop-sandbox-'));
  let browser: Browser;
  let demo: TestGraph;
  let production: TestGraph;
  let context: BrowserContext | undefined;
  let strangers: string[];
  let complaints: string[];

  beforeAll(async () => {
    await builtSandboxPage();
    [browser, demo, production] = await Promise.all([
      launchBrowser(path ?? ''),
      startGraphForTest(),
      startGraphForTest({ env: PRODUCTION }),
    ]);
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await Promise.all([demo?.end(), production?.end()]);
  });

  afterEach(async () => {
    await context?.close();
    // Whatever a test did with the page: it stayed at home, and the browser had nothing to object to.
    expect(strangers).toEqual([]);
    expect(complaints).toEqual([]);
  });

  /** A first visit by somebody whose browser has never been here. */
  async function visit(
    server: TestGraph,
    viewport = WIDE,
    colorScheme: 'light' | 'dark' = 'light',
  ): Promise<Page> {
    strangers = [];
    complaints = [];
    context = await browser.newContext({ viewport, colorScheme });
    await context.route(
      (url) => url.origin !== server.url && url.protocol.startsWith('http'),
      (route) => {
        strangers.push(route.request().url());
        return route.abort();
      },
    );
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await page.goto(server.url);
    await editor(page).waitFor();
    return page;
  }

  const editor = (page: Page) =>
    page.getByRole('region', { name: 'Operation Editor' }).locator('.view-lines');
  const answer = (page: Page) => page.locator('.graphiql-response .view-lines');
  const tab = (page: Page, name: string) => page.getByRole('tab').filter({ hasText: name });
  const run = (page: Page) => page.getByRole('button', { name: /^Execute query/ }).click();
  const picture = (page: Page, name: string) => page.screenshot({ path: join(pictures, `${name}.png`) });

  /** Runs the operation and gives the Authorization header that it was sent with. */
  async function authorizationOfRun(page: Page): Promise<string | undefined> {
    const sent = page.waitForRequest(
      (request) => request.method() === 'POST' && request.url().endsWith('/graphql'),
    );
    await run(page);
    return (await sent).headers()['authorization'];
  }

  /** Waits for an answer that holds this text; fails when none comes. */
  async function expectAnswer(page: Page, text: string): Promise<void> {
    await answer(page).getByText(text).first().waitFor();
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
    const page = await visit(demo, PHONE);
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
    const page = await visit(demo, WIDE, 'dark');
    await run(page);
    await expectAnswer(page, '"Oldham"');
    await picture(page, 'wide-dark');
    await expect(page.evaluate('getComputedStyle(document.body).backgroundColor')).resolves.toBe(
      'rgb(20, 28, 37)',
    );
  });

  it('gives every control a name', async () => {
    const page = await visit(demo);
    const nameless = await page.evaluate(NAMELESS);
    expect(nameless).toEqual([]);
  });

  /** Parts of the page's chrome that reach beyond the window, and the page itself if it scrolls sideways. */
  function sticksOut(page: Page): Promise<unknown> {
    return page.evaluate(STICKS_OUT);
  }
});

// As text: they run in the browser, whose types these tests do not have.
const STICKS_OUT = `[
  ...[...document.querySelectorAll('header, header *, main, .graphiql-sidebar, .graphiql-sidebar > *, ' +
      '.graphiql-sessions, .graphiql-editors, .graphiql-response, .graphiql-toolbar > *, ' +
      '.graphiql-editor-tools > *, .result-bar *, .graphiql-plugin')]
    .filter((part) => part.getBoundingClientRect().right > innerWidth + 0.5 && getComputedStyle(part).opacity !== '0')
    .map((part) => part.className || part.tagName),
  ...(document.documentElement.scrollWidth > innerWidth ? ['the page scrolls sideways'] : []),
]`;
const NAMELESS = `[...document.querySelectorAll('button, a[href], select, input, [role=tab]')]
  .filter((control) => !control.closest('.monaco-editor') && control.checkVisibility())
  .filter((control) => !(control.getAttribute('aria-label') || control.innerText.trim() || control.labels?.length))
  .map((control) => control.outerHTML.slice(0, 120))`;
