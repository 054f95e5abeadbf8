import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { TokenVerifier } from '../access';
import { runExport, UnknownCouncil, type ExportJob, type Exporter } from '../exporting';
import type { GraphPort } from '../graph';
import { gather } from '../graphql';
import type { RateSettings } from '../settings';
import type { Clock } from '../time';
import { admitAddress, admitCaller } from './admission';
import { clientError } from './errors';
import { limitsFor } from './limits';
import { camelName } from './option-names';
import type { OpenSubgraph } from './open-subgraph';
import { RateLimiter } from './rate-limit';
import { scopeOf } from './request-scope';

/** What the door for exports is made of. */
export interface ExportRouteOptions {
  /** The subgraphs whose tables are offered, with their databases. */
  readonly subgraphs: readonly Pick<OpenSubgraph, 'built' | 'database' | 'graph'>[];
  readonly verifier: TokenVerifier;
  readonly clock: Clock;
  /** How often one caller may ask; null or left out for no limit. Counted apart from queries. */
  readonly rates?: RateSettings | null;
}

/** Where exports are. */
export const EXPORTS_PATH = '/exports';

const TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  geojson: 'application/geo+json; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

interface Offered {
  readonly exporter: Exporter;
  readonly database: ExportJob['database'];
  readonly graph: GraphPort;
}

type Said = Readonly<Record<string, string>>;

/**
 * The published tables of the subgraphs as downloads: `GET /exports` says which there are,
 * `GET /exports/<kind>?format=csv&…` writes one, its options by their names on the command line. Only what has
 * `readers` is offered; rights are checked before anything is read; the file is streamed, whatever its size.
 */
export function exportRoutes(options: ExportRouteOptions): (app: FastifyInstance) => void {
  const offered = new Map<string, Offered>();
  for (const { built, database, graph } of options.subgraphs)
    for (const exporter of gather(built.definition, 'exporters'))
      if (exporter.readers !== undefined) offered.set(exporter.name, { exporter, database, graph });
  const limiter = (perMinute: number | undefined) =>
    perMinute === undefined ? null : new RateLimiter(perMinute, options.clock);
  const perAddress = limiter(options.rates?.perAddress);
  const perToken = limiter(options.rates?.perToken);
  const admit = async (request: FastifyRequest, reply: FastifyReply) => {
    const scope = scopeOf(request);
    if (perAddress) admitAddress(perAddress, request.ip, scope, reply);
    return admitCaller(request, scope, options.verifier, perToken, limitsFor);
  };
  return (app) => {
    app.get(EXPORTS_PATH, async (request, reply) => {
      await admit(request, reply);
      return [...offered.values()].map(({ exporter }) => describe(exporter));
    });
    app.get(`${EXPORTS_PATH}/:kind`, async (request, reply) => {
      const { actor, token } = await admit(request, reply);
      const { kind } = request.params as { kind: string };
      const found = offered.get(kind);
      if (!found)
        throw refusal(404, `There is no export ${kind.slice(0, 60)}: GET ${EXPORTS_PATH} says which.`);
      const { exporter, ...rest } = found;
      const { format, said } = read(exporter, request.query as Readonly<Record<string, unknown>>);
      const { readers } = exporter;
      if (readers !== 'everybody' && !readers?.allows(actor, said))
        throw clientError('FORBIDDEN', `This is for ${readers?.needs ?? 'nobody'}.`, {}, { status: 403 });
      const { requestId, log } = scopeOf(request);
      const job = {
        ...{ ...rest, token, requestId, clock: options.clock, format, options: said },
        // An answer that is a file has no room for it.
        onRemark: (remark: string) => log.warn({ kind }, remark),
      };
      const text = await begun(exporter, job);
      return reply
        .type(TYPES[format] ?? 'application/octet-stream')
        .header('content-disposition', `attachment; filename="${fileName(exporter, said, format)}"`)
        .header('cache-control', 'no-store')
        .send(Readable.from(text));
    });
  };
}

const refusal = (status: number, message: string) => clientError('BAD_USER_INPUT', message, {}, { status });

/** `--group-by <grouping>` as an address may say it, `group-by` or `groupBy`, and as the exporter is told it. */
function namesOf(flags: string): { readonly plain: string; readonly camel: string } {
  const plain = /--([a-z][a-z0-9-]*)/.exec(flags)?.[1] ?? '';
  return { plain, camel: camelName(plain) };
}

function describe({ name, summary, formats, options }: Exporter): object {
  return {
    kind: name,
    summary,
    formats,
    options: options.map(({ flags, description, required = false }) => ({
      name: namesOf(flags).plain,
      description,
      required,
    })),
  };
}

/** Reads the query part of the address. @throws BAD_USER_INPUT for what the exporter does not know or misses */
function read(
  exporter: Exporter,
  query: Readonly<Record<string, unknown>>,
): { readonly format: string; readonly said: Said } {
  const said: Record<string, string> = {};
  const [usual = ''] = exporter.formats;
  let format = usual;
  for (const [name, value] of Object.entries(query)) {
    if (typeof value !== 'string' || value.length > 5_000)
      throw refusal(400, `Say ${name.slice(0, 60)} once, in a few words.`);
    if (name === 'format') format = value;
    else {
      const option = exporter.options
        .map(({ flags }) => namesOf(flags))
        .find(({ plain, camel }) => [plain, camel].includes(name));
      if (!option) throw refusal(400, `${exporter.name} has no option ${name.slice(0, 60)}.`);
      said[option.camel] = value;
    }
  }
  if (!exporter.formats.includes(format))
    throw refusal(400, `${exporter.name} is written as ${exporter.formats.join(' or ')}.`);
  for (const { flags, required } of exporter.options)
    if (required && said[namesOf(flags).camel] === undefined)
      throw refusal(400, `${exporter.name} needs ${namesOf(flags).plain}.`);
  return { format, said };
}

/** The text with its first piece read already: what is wrong shows before the answer begins. */
async function begun(exporter: Exporter, job: ExportJob): Promise<AsyncIterable<string>> {
  try {
    const pieces = runExport(exporter, job);
    const first = await pieces.next();
    return (async function* () {
      try {
        if (!first.done) yield first.value;
        for (let piece = await pieces.next(); !piece.done; piece = await pieces.next()) yield piece.value;
      } finally {
        await pieces.return();
      }
    })();
  } catch (error) {
    if (error instanceof UnknownCouncil) throw refusal(404, error.message);
    if (error instanceof RangeError) throw refusal(400, error.message.replace(/--/g, ''));
    throw error;
  }
}

function fileName({ name }: Exporter, said: Said, format: string): string {
  const parts = [name, said['council'] ?? '', said['groupBy'] ?? ''].map((part) =>
    part
      .toLowerCase()
      .replace(/[^a-z0-9-]+/g, '-')
      .slice(0, 60),
  );
  return `${parts.filter(Boolean).join('-')}.${format}`;
}
