import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** How a request ended: `ok`, `partial` (data and errors), `refused` (the caller's doing), `failed` (ours). */
export type Outcome = 'ok' | 'partial' | 'refused' | 'failed';
/** Kinds of operation, and `none` where it came to none. */
export type OperationType = 'query' | 'mutation' | 'subscription' | 'none';

/** The figures of one server. Labels are closed lists: nothing that a caller sends becomes one. */
export interface Metrics {
  /** A request has begun. */
  begin(): void;
  /** A request that had begun has ended. */
  end(operation: OperationType, outcome: Outcome, milliseconds: number): void;
  /** All figures in Prometheus' text format. */
  text(): Promise<string>;
  readonly contentType: string;
}

// Once for each process, however many servers it holds: their collectors never end.
let ofProcess: Registry | null = null;

function processRegistry(): Registry {
  if (ofProcess === null) {
    ofProcess = new Registry();
    collectDefaultMetrics({ register: ofProcess });
  }
  return ofProcess;
}

/** Metrics of a server under its name, and those of the process beside them. */
export function createMetrics(service: string): Metrics {
  const registry = new Registry();
  registry.setDefaultLabels({ service });
  const duration = new Histogram({
    name: 'graphql_request_duration_seconds',
    help: 'Time from the first byte of a GraphQL request to the end of its answer.',
    labelNames: ['operation', 'outcome'] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers: [registry],
  });
  const inFlight = new Gauge({
    name: 'graphql_requests_in_flight',
    help: 'GraphQL requests that have begun and not ended.',
    registers: [registry],
  });
  return {
    begin: () => inFlight.inc(),
    end(operation, outcome, milliseconds) {
      inFlight.dec();
      duration.observe({ operation, outcome }, milliseconds / 1_000);
    },
    text: async () => `${await registry.metrics()}\n${await processRegistry().metrics()}`,
    contentType: registry.contentType,
  };
}
