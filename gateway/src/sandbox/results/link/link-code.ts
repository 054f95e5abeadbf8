import { readSharedState, type SharedState } from './shared-state';

/** How a fragment of ours begins; the figure is the version of what follows. */
const PREFIX = '#view=1.';
/** Characters of a fragment that are read at all. */
const MOST_CHARACTERS = 200_000;
/** Bytes that a fragment may unfold to: a small text can be made to unfold to any size. */
const MOST_BYTES = 1_000_000;
/** What a signed token looks like, wherever it stands, and how a header introduces any token. */
const TOKEN = /\beyJ[\w-]{8,}\.[\w-]+\.[\w-]*|\bBearer\s+\S{8,}/i;

/** A link's fragment, or why there is none. */
export type Linked =
  { readonly ok: true; readonly fragment: string } | { readonly ok: false; readonly why: string };

const TOO_LONG: Linked = { ok: false, why: 'The operation and its variables are too long for a link.' };

/** What a fragment says: nothing of ours, something that cannot be read, or what was shared. */
export type LinkRead =
  | { readonly kind: 'none' }
  | { readonly kind: 'broken' }
  | { readonly kind: 'state'; readonly state: SharedState };

/**
 * Puts an operation, its variables and the view into a fragment, which a browser keeps to itself: it is sent to
 * no server. An operation in which somebody wrote a token gets no link.
 */
export async function writeLink(state: SharedState): Promise<Linked> {
  if (TOKEN.test(state.query) || TOKEN.test(state.variables)) {
    return {
      ok: false,
      why: 'The operation or its variables hold what looks like a token. Take it out first.',
    };
  }
  const { query, variables, view } = state;
  const content = new Blob([JSON.stringify({ query, variables, view })]);
  if (content.size > MOST_BYTES) return TOO_LONG;
  const packed = await through(new CompressionStream('deflate'), content);
  const fragment = `${PREFIX}${toBase64Url(packed)}`;
  return fragment.length > MOST_CHARACTERS ? TOO_LONG : { ok: true, fragment };
}

/** Reads a fragment. Its checksum tells one that was cut off or changed on its way. */
export async function readLink(fragment: string): Promise<LinkRead> {
  if (!fragment.startsWith('#view=')) return { kind: 'none' };
  if (!fragment.startsWith(PREFIX) || fragment.length > MOST_CHARACTERS) return { kind: 'broken' };
  try {
    const packed = new Blob([fromBase64Url(fragment.slice(PREFIX.length))]);
    const unpacked = await through(new DecompressionStream('deflate'), packed);
    const text = new TextDecoder('utf-8', { fatal: true }).decode(unpacked);
    const state = readSharedState(JSON.parse(text));
    return state ? { kind: 'state', state } : { kind: 'broken' };
  } catch {
    // Whatever was wrong with it (letters, checksum, size, JSON): the visitor can only ask for it again.
    return { kind: 'broken' };
  }
}

/** Everything that comes out of a stream for what goes in; stops where it becomes too much. */
async function through(stream: CompressionStream | DecompressionStream, content: Blob): Promise<Uint8Array> {
  const reader = content.stream().pipeThrough(stream).getReader();
  const pieces: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > MOST_BYTES) {
      await reader.cancel();
      throw new RangeError('More than a link may hold.');
    }
    pieces.push(value);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function toBase64Url(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}
