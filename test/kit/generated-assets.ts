/** An asset as a published register would have it, made up by arithmetic: always the same for a number. */
export interface GeneratedAsset {
  readonly reference: string;
  readonly uprn: string;
  readonly name: string;
  readonly streetNumber: string;
  readonly streetName: string;
  readonly postTown: string;
  readonly postcode: string;
  readonly tenure: 'FREEHOLD' | 'LEASEHOLD';
  readonly easting: number;
  readonly northing: number;
  readonly landArea: number;
}

const KINDS =
  'Town Hall,Library,Depot,Car Park,Community Centre,Playing Field,Allotments,Cemetery,Conveniences,Garage Site,Shop,Land,Pavilion,School,Nursery,Park,Substation,Open Space,Industrial Unit,Workshop'.split(
    ',',
  );
const HEADS =
  'Ash,Oak,Mill,Church,Station,Victoria,King,Queen,Market,High,Park,Manor,Spring,Bridge,Green'.split(',');
const TAILS = 'ton,ford,ley,well,wood,field,brook,dale,gate,bury,worth,ham,stead,combe,hurst'.split(',');
const WAYS = ['Street', 'Road', 'Lane', 'Avenue', 'Close'];

/** A sequence of numbers without pattern that is the same every time (mulberry32). */
export function sequence(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const pick = <Item>(items: readonly Item[], next: (below: number) => number): Item =>
  items[next(items.length)]!;

/** So many assets of one council of the size of Oldham: about 2,000 streets, eight in ten freehold. */
export function* generatedAssets(count: number, seed = 1): Generator<GeneratedAsset> {
  const next = sequence(seed);
  for (let index = 0; index < count; index += 1) {
    const street = `${pick(HEADS, next)}${pick(TAILS, next)}`;
    yield {
      reference: `AST/${String(index).padStart(7, '0')}`,
      uprn: String(422_000_000_000 + index * 7),
      name: `${pick(KINDS, next)} ${street}`,
      streetNumber: String(1 + next(250)),
      streetName: `${street} ${pick(WAYS, next)}`,
      postTown: 'Oldham',
      postcode: `OL${1 + next(16)} ${next(9)}${pick([...'ABDEFGHJLN'], next)}${pick([...'ABDEFGHJLN'], next)}`,
      tenure: next(10) < 8 ? 'FREEHOLD' : 'LEASEHOLD',
      easting: 386_000 + next(14_000),
      northing: 400_000 + next(12_000),
      landArea: next(20_000),
    };
  }
}
