import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { installedBrowser, launchBrowser } from './browser';
import type { TestGraph } from './graph';
import { PATIENCE } from './patience';
import { builtSandboxPage } from './sandbox-page';

export const WIDE = { width: 1280, height: 800 };
export const PHONE = { width: 390, height: 844 };

/** How somebody comes to the page. */
export interface VisitOptions {
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: 'light' | 'dark';
  /** What stands behind the page's address: `#view=…`. */
  readonly fragment?: string;
}

const path = installedBrowser(process.env);

/** `describe`, skipped where no browser is installed. */
export const describeInBrowser = path ? describe : describe.skip;

/**
 * A browser for the tests of a `describe`. After each test it is checked that the page asked nobody but its own
 * server and that the browser had nothing to object to.
 */
export function sandboxVisitor() {
  const pictures = process.env['COOP_TEST_PICTURES'] ?? mkdtempSync(join(tmpdir(), 'coop-sandbox-'));
  let browser: Browser;
  let contexts: BrowserContext[] = [];
  let strangers: string[] = [];
  let complaints: string[] = [];
  let expected: RegExp | null = null;

  beforeAll(async () => {
    await builtSandboxPage();
    browser = await launchBrowser(path ?? '');
  }, PATIENCE);

  afterAll(() => browser?.close());

  beforeEach(() => {
    [contexts, strangers, complaints, expected] = [[], [], [], null];
  });

  afterEach(async () => {
    for (const context of contexts) await context.close();
    expect(strangers).toEqual([]);
    expect(complaints.filter((complaint) => !expected?.test(complaint))).toEqual([]);
  });

  return {
    /** A first visit by somebody whose browser has never been here. */
    async visit(server: TestGraph, options: VisitOptions = {}): Promise<Page> {
      const { viewport = WIDE, colorScheme = 'light', fragment = '' } = options;
      const context = await browser.newContext({ viewport, colorScheme });
      contexts.push(context);
      await context.route(
        (url) => url.origin !== server.url && url.protocol.startsWith('http'),
        (route) => {
          strangers.push(route.request().url());
          return route.abort();
        },
      );
      const page = await context.newPage();
      page.setDefaultTimeout(60_000);
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      await page.goto(`${server.url}/${fragment}`);
      await editor(page).waitFor();
      return page;
    },
    /** The browser may say this in the present test: it notes every refused request. */
    expectComplaint(pattern: RegExp) {
      expected = pattern;
    },
    /** Keeps what the page looks like, for whoever wants to look: `COOP_TEST_PICTURES` names the folder. */
    picture: (page: Page, name: string) => page.screenshot({ path: join(pictures, `${name}.png`) }),
  };
}

/** The lines of the editor of operations. */
export const editor = (page: Page) =>
  page.getByRole('region', { name: 'Operation Editor' }).locator('.view-lines');

/** The lines of the answer. */
export const answer = (page: Page) => page.locator('.graphiql-response .view-lines');

/** The tab of an operation. */
export const tab = (page: Page, name: string) => page.getByRole('tab').filter({ hasText: name });

/** Runs the operation of the present tab. */
export const run = (page: Page) => page.getByRole('button', { name: /^Execute query/ }).click();

/** Waits for an answer that holds this text; fails when none comes. */
export async function expectAnswer(page: Page, text: string): Promise<void> {
  await answer(page).getByText(text).first().waitFor();
}

/** Parts of the page's chrome that reach beyond the window, and the page itself if it scrolls sideways. */
export function sticksOut(page: Page): Promise<unknown> {
  return page.evaluate(STICKS_OUT);
}

/** Controls in sight that a screen reader could not name. */
export function nameless(page: Page): Promise<unknown> {
  return page.evaluate(NAMELESS);
}

// As text: they run in the browser, whose types these tests do not have.
const STICKS_OUT = `[
  ...[...document.querySelectorAll('header, header *, main, .graphiql-sidebar, .graphiql-sidebar > *, ' +
      '.graphiql-sessions, .graphiql-editors, .graphiql-response, .graphiql-toolbar > *, ' +
      '.graphiql-editor-tools > *, .result-bar *, .list-header *, .chart-controls *, .notices *, .graphiql-plugin')]
    .filter((part) => part.getBoundingClientRect().right > innerWidth + 0.5 && getComputedStyle(part).opacity !== '0')
    .map((part) => part.className || part.tagName),
  ...(document.documentElement.scrollWidth > innerWidth ? ['the page scrolls sideways'] : []),
]`;
const NAMELESS = `[...document.querySelectorAll('button, a[href], select, input, [role=tab], [role=region]')]
  .filter((control) => !control.closest('.monaco-editor') && control.checkVisibility())
  .filter((control) => !(control.getAttribute('aria-label') || control.innerText.trim() || control.labels?.length))
  .map((control) => control.outerHTML.slice(0, 120))`;
