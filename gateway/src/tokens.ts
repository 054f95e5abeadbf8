import {
  createDemoIssuer,
  createTokenVerifier,
  type DemoIssuer,
  type TokenVerifier,
} from '@coop/shared/access';
import type { Settings } from '@coop/shared/settings';
import type { Logger } from '@coop/shared/serving';
import type { Clock } from '@coop/shared/time';

/** How tokens are checked, and in demo mode made. */
export interface Tokens {
  readonly verifier: TokenVerifier;
  /** The built-in issuer; null in production. */
  readonly issuer: DemoIssuer | null;
}

/**
 * The verifier that the settings ask for, with the built-in issuer in demo mode.
 * @throws SettingsError when the issuer's key cannot be kept in the data folder
 */
export async function tokensFor(settings: Settings, clock: Clock, log: Logger): Promise<Tokens> {
  const { issuer, audience, jwksUri, algorithms } = settings.tokens;
  const common = { issuer, audience, algorithms, clock };
  if (jwksUri !== null)
    return {
      verifier: createTokenVerifier({
        ...common,
        keys: { jwksUri },
        onKeysUnavailable: (error) => log.warn({ err: error }, "The issuer's keys cannot be had."),
      }),
      issuer: null,
    };
  const demo = await createDemoIssuer({ folder: settings.dataFolder, issuer, audience, clock });
  return { verifier: createTokenVerifier({ ...common, keys: { jwks: demo.jwks } }), issuer: demo };
}
