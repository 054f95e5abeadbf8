import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Caller, TokenVerifier } from '../access';
import { gather } from '../graphql';
import { runImport, type FileOutcome, type Importer, type ImportJob } from '../importing';
import { isGssCode } from '../nouns';
import { SettingsError } from '../settings';
import { admitCaller } from './admission';
import { boundBodyTime, boundedBody, FILE_LIMITS, type BodyLimits } from './body-time';
import { clientError } from './errors';
import { limitsFor } from './limits';
import { camelName } from './option-names';
import type { OpenSubgraph } from './open-subgraph';
import { scopeOf } from './request-scope';
import { uploadFolder, uploadName } from './upload-folder';

/** The path at which files are sent: `POST /imports/spending?council=E08000004&file=June.csv`. */
export const UPLOAD_PATH = '/imports/:kind';

/** How uploads are bounded. */
export interface UploadLimits extends BodyLimits {
  /** Files that are taken in at the same time; 8 by default. */
  readonly atOnce: number;
  /** Those of them that are of one council, so that its slow line does not keep the others out; 2 by default. */
  readonly perCouncil: number;
  /** Milliseconds after which an import that is still reading is answered with its id alone; 10 s by default. */
  readonly patience: number;
}

const LIMITS: UploadLimits = { ...FILE_LIMITS, atOnce: 8, perCouncil: 2, patience: 10_000 };

/** How long what is left of a refused file is read, so that its sender gets to reading the answer; in milliseconds. */
const DRAINING = 30_000;

/** What a page can send without its reader being asked, and what is no file. */
const FORMS = /^(?:multipart\/form-data|application\/x-www-form-urlencoded)\b/i;

interface Upload {
  readonly importer: Importer;
  readonly council: string;
  readonly options: Readonly<Record<string, string | boolean>>;
  readonly name: string;
}

/**
 * The door for files over HTTP: does what `coop import` does, for whoever the importer allows. The body is the file
 * itself and the token stands in the header, so that no page can send one in somebody's name.
 */
export function uploadRoutes(
  subgraph: OpenSubgraph,
  verifier: TokenVerifier,
  limits: Partial<UploadLimits> = {},
): (app: FastifyInstance) => Promise<void> {
  const { atOnce, perCouncil, patience, ...body } = { ...LIMITS, ...limits };
  const importers = new Map(
    gather(subgraph.built.definition, 'importers').flatMap((one) => (one.upload ? [[one.name, one]] : [])),
  );
  const running: string[] = [];

  const receive = async (request: FastifyRequest, reply: FastifyReply) => {
    const caller = await callerOf(request, verifier);
    const upload = uploadOf(request, importers, caller);
    const { council } = upload;
    if (running.length >= atOnce || running.filter((one) => one === council).length >= perCouncil)
      throw clientError(
        'RATE_LIMITED',
        'Other files are being taken in. Send it again in a minute.',
        {},
        { status: 503 },
      );
    running.push(council);
    let folder: string | null = null;
    const done = async () => {
      running.splice(running.indexOf(council), 1);
      if (folder !== null) await rm(folder, { recursive: true, force: true });
    };
    let path: string;
    try {
      folder = await uploadFolder();
      path = join(folder, upload.name);
      await pipeline(boundedBody(request.body as Readable, body), createWriteStream(path, { mode: 0o600 }));
    } catch (error) {
      await done();
      throw error;
    }
    let run: string | null = null;
    const importing = importFile(subgraph, request, caller, upload, path, (id) => (run = id));
    const ended = importing.finally(done);
    const waited = await Promise.race([ended, delay(patience, null, { ref: false })]);
    if (waited !== null) return answered(reply, waited);
    ended.catch((error: unknown) => scopeOf(request).log.error({ err: error }, 'An import broke off.'));
    return reply.code(202).send({ import: run, state: 'LOADING' });
  };

  return async (app) => {
    await app.register(async (door) => {
      door.removeAllContentTypeParsers();
      door.addContentTypeParser('*', (_request, payload, parsed) => parsed(null, payload));
      door.post(UPLOAD_PATH, { config: { boundsItself: true } }, async (request, reply) => {
        try {
          return await receive(request, reply);
        } catch (error) {
          drain(request, reply);
          throw error;
        }
      });
    });
  };
}

/** Reads what is still on its way of a refused file, so that its sender gets to reading the answer; not for ever. */
export function drain(request: FastifyRequest, reply: FastifyReply): void {
  (request.body as Readable | undefined)?.resume();
  boundBodyTime(request, reply, DRAINING);
}

async function callerOf(request: FastifyRequest, verifier: TokenVerifier): Promise<Caller> {
  const caller = await admitCaller(request, scopeOf(request), verifier, null, limitsFor);
  if (caller.actor.kind === 'anonymous')
    throw clientError('UNAUTHENTICATED', 'Sign in first: this needs a token.', {}, { status: 401 });
  return caller;
}

function uploadOf(
  request: FastifyRequest,
  importers: ReadonlyMap<string, Importer>,
  { actor }: Caller,
): Upload {
  const bad = (message: string, status = 400) => clientError('BAD_USER_INPUT', message, {}, { status });
  const importer = importers.get((request.params as { kind: string }).kind);
  if (!importer?.upload) throw bad('No such files are taken here.', 404);
  if (FORMS.test(request.headers['content-type'] ?? ''))
    throw bad('Send the file itself as the body, not a form.', 415);
  if (!request.body) throw bad('The request has no body: send the file itself.');
  const query = saidOnce(request.query as Readonly<Record<string, unknown>>);
  const { council, file } = query;
  if (!isGssCode(council)) throw bad('Say whose file it is: council=E08000004.');
  if (!importer.upload.right.allows(actor, { gssCode: council }))
    throw clientError('FORBIDDEN', `This needs ${importer.upload.right.needs}.`, {}, { status: 403 });
  const options: Record<string, string | boolean> = { council };
  for (const [said, value = ''] of Object.entries(query)) {
    if (said === 'council' || said === 'file') continue;
    const name = camelName(said);
    if (!importer.upload.options.includes(name))
      throw bad(`${importer.name} has no option ${said.slice(0, 60)}.`);
    if (value !== 'false') options[name] = value === 'true' ? true : value;
  }
  return { importer, council, options, name: uploadName(file) };
}

/** The parameters of the address. @throws BAD_USER_INPUT for one that stands there twice: nobody knows which is meant */
function saidOnce(query: Readonly<Record<string, unknown>>): Readonly<Record<string, string | undefined>> {
  for (const [name, value] of Object.entries(query))
    if (typeof value !== 'string')
      throw clientError('BAD_USER_INPUT', `Say ${name.slice(0, 60)} once.`, {}, { status: 400 });
  return query as Readonly<Record<string, string>>;
}

async function importFile(
  subgraph: OpenSubgraph,
  request: FastifyRequest,
  { actor, token }: Caller,
  { importer, options }: Upload,
  path: string,
  onBegin: (run: string) => void,
): Promise<FileOutcome | null> {
  const { requestId, log } = scopeOf(request);
  const context = subgraph.context({ requestId, actor, token, log });
  const { database, clock, graph } = context;
  const job: ImportJob = {
    database,
    clock,
    actor,
    files: [path],
    options,
    progress: () => undefined,
    onBegin: (_file, run) => onBegin(run),
    graph,
    token,
    requestId,
  };
  const [outcome] = await runImport(importer, job).catch((error: unknown) => {
    // What is wrong with an option; written for whoever gave it.
    throw error instanceof SettingsError
      ? clientError('BAD_USER_INPUT', error.message, {}, { status: 400 })
      : error;
  });
  return outcome ?? null;
}

function answered(reply: FastifyReply, outcome: FileOutcome): FastifyReply {
  return reply.code(outcome.refused === null ? 200 : 422).send(outcome);
}
