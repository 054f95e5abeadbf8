/** Stands for more than one owner. */
export const SEVERAL = 0xffffffff;

/** A number from 1 to 2³² − 2 that stands for a text; two texts have the same one by a rare chance. */
export function markOf(text: string): number {
  return 1 + (mix(text, 0x9747b28c) % (SEVERAL - 1));
}

/**
 * Who owns each of very many keys, one or several, and how often each was seen: in a few bytes a key, whatever its length,
 * where a map of texts takes some hundred. Keys are told apart by 53 bits of a hash, so that among a million of them two are
 * taken for one with a chance of one in twenty thousand: for learning what a column is like, not for looking things up.
 *
 * Where only shares are asked for, it need not hold them all: beyond a number of keys it keeps every second one by its
 * hash, then every fourth, each with all that was seen of it, and counts them for as many.
 */
export class KeyOwners {
  private keys = new Float64Array(1 << 10);
  private owners = new Uint32Array(1 << 10);
  private times = new Uint32Array(1 << 10);
  private used = 0;
  private shared = 0;
  /** Keys are held whose hash has so many zeros at the end of its upper half. */
  private level = 0;

  /** @param most how many keys are held at the most, a power of two; all of them where it is left out */
  constructor(private readonly most = Infinity) {}

  /** For how many keys each that is held stands. */
  get each(): number {
    return 2 ** this.level;
  }

  /** Different keys; about as many where not all are held. */
  get size(): number {
    return this.used * this.each;
  }

  /** Keys that several own; about as many where not all are held. */
  get several(): number {
    return this.shared * this.each;
  }

  /**
   * Sees a key once more.
   * @param owner a mark
   * @returns whose it was before: a mark, SEVERAL, or 0 for nobody's and for a key that is not held
   */
  see(key: string, owner: number): number {
    const code = codeOf(key);
    if (!this.holds(code)) return 0;
    const slot = this.slotOf(code);
    const before = this.owners[slot]!;
    this.times[slot]! += 1;
    if (before === 0) {
      this.keys[slot] = code;
      this.owners[slot] = owner;
      this.used += 1;
      if (this.used * 2 >= this.keys.length) this.makeRoom();
    } else if (before !== owner && before !== SEVERAL) {
      this.owners[slot] = SEVERAL;
      this.shared += 1;
    }
    return before;
  }

  /** Goes through the keys that are held: whose each is, and how often it was seen. */
  *seen(): Generator<{ readonly owner: number; readonly times: number }> {
    for (let slot = 0; slot < this.owners.length; slot += 1)
      if (this.owners[slot] !== 0) yield { owner: this.owners[slot]!, times: this.times[slot]! };
  }

  /** By the upper bits of its hash: the lower ones say where it is. */
  private holds(code: number): boolean {
    return this.level === 0 || Math.floor(code / 2 ** 32) % this.each === 0;
  }

  /** Where a key is, or where it is to go. */
  private slotOf(code: number): number {
    const mask = this.keys.length - 1;
    let slot = (code >>> 0) & mask;
    while (this.owners[slot] !== 0 && this.keys[slot] !== code) slot = (slot + 1) & mask;
    return slot;
  }

  private makeRoom(): void {
    const isFull = this.used >= this.most;
    if (isFull) this.level += 1;
    this.copyTo(isFull ? this.keys.length : this.keys.length * 2);
  }

  private copyTo(length: number): void {
    const { keys, owners, times } = this;
    this.keys = new Float64Array(length);
    this.owners = new Uint32Array(length);
    this.times = new Uint32Array(length);
    this.used = 0;
    this.shared = 0;
    for (let from = 0; from < keys.length; from += 1) {
      if (owners[from] === 0 || !this.holds(keys[from]!)) continue;
      const to = this.slotOf(keys[from]!);
      this.keys[to] = keys[from]!;
      this.owners[to] = owners[from]!;
      this.times[to] = times[from]!;
      this.used += 1;
      if (owners[from] === SEVERAL) this.shared += 1;
    }
  }
}

const codeOf = (key: string): number => mix(key, 0x85ebca6b) + (mix(key, 0xc2b2ae35) >>> 11) * 2 ** 32;

/** A hash of 32 bits, after FNV-1a, with its bits stirred at the end. */
function mix(text: string, seed: number): number {
  let hash = seed;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b);
  return (hash ^ (hash >>> 16)) >>> 0;
}
