/**
 * Which keys a file has had so far, and in which rows. Sixty-four bits of each key are kept instead of the key:
 * 24 bytes a row at most, and among a million keys one chance in thirty million of taking two for one.
 */
export class SeenKeys {
  private capacity = 1024;
  private high = new Uint32Array(this.capacity);
  private low = new Uint32Array(this.capacity);
  private rows = new Uint32Array(this.capacity);
  private count = 0;

  /** The earlier row with this key; null when it is new, and then it is remembered for this row (from 1). */
  firstRowOf(key: string, row: number): number | null {
    if (this.count * 2 >= this.capacity) this.grow();
    const [high, low] = hash(key);
    const slot = this.slotOf(high, low);
    const earlier = this.rows[slot]!;
    if (earlier > 0) return earlier;
    this.put(slot, high, low, row);
    this.count += 1;
    return null;
  }

  /** The slot of the hash, or the empty one in which it belongs. */
  private slotOf(high: number, low: number): number {
    let slot = low & (this.capacity - 1);
    while (this.rows[slot]! > 0 && (this.low[slot] !== low || this.high[slot] !== high))
      slot = (slot + 1) & (this.capacity - 1);
    return slot;
  }

  private put(slot: number, high: number, low: number, row: number): void {
    this.high[slot] = high;
    this.low[slot] = low;
    this.rows[slot] = row;
  }

  private grow(): void {
    const { high, low, rows } = this;
    this.capacity *= 2;
    this.high = new Uint32Array(this.capacity);
    this.low = new Uint32Array(this.capacity);
    this.rows = new Uint32Array(this.capacity);
    for (let index = 0; index < rows.length; index += 1)
      if (rows[index]! > 0)
        this.put(this.slotOf(high[index]!, low[index]!), high[index]!, low[index]!, rows[index]!);
  }
}

/** Two independent halves of 32 bits, each well mixed (multiplication, then the finish of MurmurHash3). */
function hash(key: string): readonly [high: number, low: number] {
  let high = 0x9e3779b9 ^ key.length;
  let low = 0x85ebca6b;
  for (let index = 0; index < key.length; index += 1) {
    const unit = key.charCodeAt(index);
    high = Math.imul(high ^ unit, 0x01000193);
    low = Math.imul(((low << 5) | (low >>> 27)) ^ unit, 0xcc9e2d51);
  }
  return [finish(high ^ (low >>> 16)), finish(low)];
}

function finish(value: number): number {
  let mixed = value ^ (value >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
