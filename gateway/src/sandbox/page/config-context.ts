import { createContext, use } from 'react';
import type { SandboxConfig } from '../config.types';

export const ConfigContext = createContext<SandboxConfig | null>(null);

/** What the server told the page at its start. */
export function useConfig(): SandboxConfig {
  const config = use(ConfigContext);
  if (config === null) throw new Error('The configuration is read before the page is drawn.');
  return config;
}
