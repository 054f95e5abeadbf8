import 'graphiql/setup-workers/vite';
// The parts' own style sheets, without the web fonts that their bundled sheet carries; ours last.
import '@graphiql/react/style.css';
import '@graphiql/plugin-doc-explorer/style.css';
import '@graphiql/plugin-history/style.css';
import 'graphiql/graphiql.css';
import './styles/palette.css';
import './styles/header.css';
import './styles/workbench.css';
import './styles/results.css';
import './styles/table.css';
import './styles/chart.css';
import './styles/narrow.css';
import { createRoot } from 'react-dom/client';
import type { SandboxConfig } from '../config.types';
import { App } from './app';
import { ConfigContext } from './config-context';
import { signOut } from './session';

const root = createRoot(document.getElementById('page') ?? document.body);

/** The page knows nothing by itself: what to offer comes from the server that served it. */
async function readConfig(): Promise<SandboxConfig> {
  const response = await fetch('/sandbox/config.json');
  if (!response.ok) throw new Error(`The server answered ${response.status}.`);
  const config = (await response.json()) as SandboxConfig;
  // A demo token that this browser tab still holds is no business of a server that gives none.
  if (config.roles.length === 0) signOut();
  return config;
}

readConfig().then(
  (config) =>
    root.render(
      <ConfigContext value={config}>
        <App />
      </ConfigContext>,
    ),
  (error: unknown) =>
    root.render(
      <p className="starting" role="alert">
        The sandbox could not read its configuration. {error instanceof Error ? error.message : ''} Reload to
        try again.
      </p>,
    ),
);
