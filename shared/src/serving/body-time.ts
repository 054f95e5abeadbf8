import type { IncomingMessage } from 'node:http';
import { Transform, type Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { clientError } from './errors';

/** How much of a file is taken, and how long it may take to come. Times are in milliseconds. */
export interface BodyLimits {
  /** Most bytes. */
  readonly bytes: number;
  /** Longest time in which nothing comes. */
  readonly idle: number;
  /** Longest time from the first byte to the last, however steadily it comes. */
  readonly total: number;
}

/**
 * What files are held to: 256 MiB; half a minute of silence; an hour, in which 20 MB come over a line of 64 kbit/s.
 * Every bound is on what a sender can hold open, so that nobody can by sending a byte now and then.
 */
export const FILE_LIMITS: BodyLimits = { bytes: 256 * 1024 * 1024, idle: 30_000, total: 3_600_000 };

/**
 * No request of any kind is on its way for longer, in milliseconds: the server's own bound behind those of each
 * request, for connections on which a refused body goes on dripping.
 */
export const LONGEST_REQUEST = FILE_LIMITS.total + 60_000;

const tooSlow = (message: string) => clientError('BAD_USER_INPUT', message, {}, { status: 408 });

/**
 * A body as it comes, until it is too large or too slow: then it ends with the refusal as its error (413 or 408). The
 * request itself stays open, so that the refusal can be answered.
 */
export function boundedBody(body: Readable, { bytes, idle, total }: BodyLimits): Readable {
  let length = 0;
  const late = (milliseconds: number, message: string) =>
    setTimeout(() => void through.destroy(tooSlow(message)), milliseconds);
  const silence = late(
    idle,
    `Nothing more of the file came for ${spanOf(idle)}. Nothing was imported; send it again.`,
  );
  const whole = late(
    total,
    `The file took longer than ${spanOf(total)} to come. Nothing was imported; send it in smaller parts.`,
  );
  const through: Transform = new Transform({
    transform(chunk: Buffer, _encoding, taken) {
      silence.refresh();
      length += chunk.length;
      if (length <= bytes) return taken(null, chunk);
      const size = Math.floor(bytes / 1024 / 1024).toLocaleString('en-GB');
      taken(clientError('BAD_USER_INPUT', `The file is larger than ${size} MB.`, {}, { status: 413 }));
    },
  });
  through.once('close', () => {
    clearTimeout(silence);
    clearTimeout(whole);
  });
  // Not by pipeline(), which would close the request, and with it the way back for the answer.
  body.once('error', (error) => through.destroy(error));
  body.once('close', () => {
    if (!body.readableEnded) through.destroy(tooSlow('The file broke off before its end.'));
  });
  return body.pipe(through);
}

/**
 * Bounds how long the body of a request may take to come: a request that is not answered by then is refused with 408,
 * and what has been answered is not listened to any longer.
 */
export function boundBodyTime({ raw }: FastifyRequest, reply: FastifyReply, milliseconds: number): void {
  if (!hasBody(raw)) return;
  const timer = setTimeout(() => {
    if (raw.complete) return;
    if (reply.sent) return void raw.destroy();
    reply.raw.once('finish', () => raw.destroy());
    void reply
      .header('connection', 'close')
      .send(tooSlow(`The request took longer than ${spanOf(milliseconds)} to come. Send it again.`));
  }, milliseconds);
  // A request that was answered before its end does not hear that its connection closes: nothing is to wait for it.
  timer.unref();
  raw.once('close', () => clearTimeout(timer));
}

const hasBody = ({ headers, complete, destroyed }: IncomingMessage): boolean =>
  !complete &&
  !destroyed &&
  (headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0');

function spanOf(milliseconds: number): string {
  if (milliseconds >= 120_000) return `${Math.round(milliseconds / 60_000)} minutes`;
  return milliseconds === 1000 ? '1 second' : `${milliseconds / 1000} seconds`;
}
