/**
 * Stops @apollo/gateway from reporting to its maker: its constructor starts an hourly export to an address on the
 * internet and asks the cloud's metadata services unless this variable is set, and takes no option instead.
 * The variable is only written here; no setting of ours is read from the environment.
 */
export function silenceTelemetry(): void {
  // house-rules-allow environment -- it is written, not read, and the library takes no option instead
  process.env['APOLLO_TELEMETRY_DISABLED'] = '1';
}
