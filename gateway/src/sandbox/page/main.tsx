import 'graphiql/setup-workers/vite';
import './styles';
import { createRoot } from 'react-dom/client';
import type { SandboxConfig } from '../config.types';
import { App } from './app';
import { ConfigContext } from './config-context';

const root = createRoot(document.getElementById('page') ?? document.body);

/** The page knows nothing by itself: what to offer comes from the server that served it. */
async function readConfig(): Promise<SandboxConfig> {
  const response = await fetch('/sandbox/config.json');
  if (!response.ok) throw new Error(`The server answered ${response.status}.`);
  return (await response.json()) as SandboxConfig;
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
