import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const USUAL_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** No sandbox of its own (containers forbid it) and nothing that a browser does on its own account. */
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // The network is cut off: no name is resolved but this machine's.
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
];

/** The browser to test with: `COOP_TEST_BROWSER`, else one at a usual path; null when none is installed. */
export function installedBrowser(env: NodeJS.ProcessEnv): string | null {
  const candidates = env['COOP_TEST_BROWSER'] ? [env['COOP_TEST_BROWSER']] : USUAL_PATHS;
  return candidates.find((path) => existsSync(path)) ?? null;
}

/** Starts the installed browser with the network cut off. */
export async function launchBrowser(path: string): Promise<Browser> {
  return chromium.launch({ executablePath: path, args: FLAGS });
}
