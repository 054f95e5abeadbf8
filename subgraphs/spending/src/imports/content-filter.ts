/**
 * Says of a text, such as the code of a content, that the file has not had it yet, in eight megabytes whatever the
 * file, and in none before the first: a Bloom filter. It may say that one was there which was not: of about 90,000 one
 * at a million rows, and one of 25 at ten million, as four places in 2^26 give it; then the database is asked for
 * nothing.
 */
export class ContentFilter {
  private bits: Uint32Array | null = null;

  /** True when the content may have been added before. Adds nothing. */
  mayHave(content: string): boolean {
    const { bits } = this;
    return (
      bits !== null && placesOf(content).every((place) => (bits[place >>> 5]! & (1 << (place & 31))) !== 0)
    );
  }

  add(content: string): void {
    const bits = (this.bits ??= new Uint32Array(2 ** 21));
    for (const place of placesOf(content)) bits[place >>> 5]! |= 1 << (place & 31);
  }
}

const PLACES = 2 ** 26;

/** Four places out of a text: two hashes of 32 bits, stirred, and steps of the second from the first. */
function placesOf(content: string): readonly number[] {
  let high = 0x811c9dc5;
  let low = 0x9e3779b9;
  for (let index = 0; index < content.length; index += 1) {
    const unit = content.charCodeAt(index);
    high = Math.imul(high ^ unit, 0x01000193);
    low = Math.imul(((low << 5) | (low >>> 27)) ^ unit, 0xcc9e2d51);
  }
  high = Math.imul(high ^ (high >>> 15), 0x85ebca6b);
  low = Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
  const step = (low | 1) >>> 0;
  return [0, 1, 2, 3].map((times) => ((high >>> 0) + times * step) % PLACES);
}
