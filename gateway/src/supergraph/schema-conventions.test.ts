import { DIRECTORY_SDL } from '../testing/directory';
import { LINK } from '../testing/link';
import { PROPERTY_SDL } from '../testing/property';
import { composeSupergraph, type Service } from './compose';
import type { Conventions } from './conventions/conventions';
import { checkConventions } from './schema-conventions';

const CONVENTIONS: Conventions = {
  valueTypes: ['Node', 'Money', 'Problem', 'PageInfo'],
  sharedNouns: { Council: 'directory' },
  nouns: ['ballot'],
};

/** A third subgraph that keeps to every convention; each test below breaks it in one place. */
const HALLS = `${LINK}
"Why not."
interface Problem { "In words." message: String! }
"Where a page ends."
type PageInfo @shareable { "More to come." hasNextPage: Boolean! }
"A village hall."
type Hall @key(fields: "id") { "Typed id." id: ID! "Whose it is." council: Council "How big." size: Size }
"How big a hall is."
enum Size { "Up to fifty people." SMALL "More." LARGE }
"A page of halls."
type HallConnection { "The rows." edges: [HallEdge!]! "The rows alone." nodes: [Hall!]! "Where it ends." pageInfo: PageInfo! }
"A row."
type HallEdge { "Place." cursor: String! "The row." node: Hall! }
type Council @key(fields: "gssCode") { gssCode: ID! "Halls there." hallCount: Int }
type Asset @key(fields: "id", resolvable: false) { id: ID! }
type Query {
  "All halls."
  halls("Rows." first: Int "After." after: String "Rows." last: Int "Before." before: String): HallConnection!
    @listSize(assumedSize: 20, slicingArguments: ["first", "last"], sizedFields: ["edges", "nodes"], requireOneSlicingArgument: false)
}
type Mutation { "Opens a hall." hallOpen("What to open." input: HallOpenInput!): HallOpenPayload! }
"A hall to open."
input HallOpenInput { "How big." size: Size! }
"The hall or why not."
type HallOpenPayload { "The hall." hall: Hall "Why not." problems: [Problem!]! }
`;

const DIRECTORY = DIRECTORY_SDL.replace(/type Mutation \{[^}]*\}/, '');

function check(halls: string, property = PROPERTY_SDL, directory = DIRECTORY): string[] {
  const service = (name: string, sdl: string): Service => ({ name, sdl, url: `http://${name}.invalid` });
  const services = [service('directory', directory), service('property', property), service('halls', halls)];
  return checkConventions(services, composeSupergraph(services, { hints: 'all' }), CONVENTIONS);
}

function broken(from: string, to: string): string[] {
  expect(HALLS).toContain(from);
  return check(HALLS.replace(from, to));
}

test('subgraphs that keep to the conventions have no findings', () => {
  expect(check(HALLS)).toEqual([]);
});

test.each([
  ['a type', '"A village hall."', 'the graph: Hall [description]'],
  ['a field', '"How big." size: Size }\n"How', 'the graph: Hall.size [description]', 'size: Size }\n"How'],
  ['an argument', '"After."', 'the graph: Query.halls(after:) [description]'],
  ['an input field', '"How big." size: Size!', 'the graph: HallOpenInput.size [description]', 'size: Size!'],
  ['an enum value', '"More."', 'the graph: Size.LARGE [description]'],
])('%s without a description is found', (_what, from, finding, to = '') => {
  expect(broken(from, to)).toEqual([expect.stringContaining(finding)]);
});

test('a type that another subgraph owns is found', () => {
  const road = '"A road." type Road @shareable { "Its number." number: Int } type Query {';
  expect(
    check(HALLS.replace('type Query {', road), PROPERTY_SDL.replace('type Road {', 'type Road @shareable {')),
  ).toEqual([expect.stringMatching(/^halls: Road \[one-owner\] Road belongs to property/)]);
});

test('an input and an enum that another subgraph owns are found', () => {
  const input =
    'input HallOpenInput { "How big." size: Size! } "How big a hall is." enum Size { "S." SMALL "L." LARGE }';
  const findings = check(HALLS, `${PROPERTY_SDL} "A hall to open." ${input}`);
  expect(findings).toEqual([
    expect.stringMatching(/^halls: Size \[one-owner\]/),
    expect.stringMatching(/^halls: HallOpenInput \[one-owner\]/),
  ]);
});

test('an entity that is no shared noun and is resolved in two subgraphs is found', () => {
  const findings = broken(
    'type Asset @key(fields: "id", resolvable: false) { id: ID! }',
    'type Asset @key(fields: "id") { id: ID! "Seats." seats: Int }',
  );
  expect(findings).toContainEqual(expect.stringMatching(/^halls: Asset \[one-owner\]/));
});

test("a connection of another subgraph's type is found", () => {
  expect(
    broken('type Query {', '"Assets." type AssetConnection { "Rows." nodes: [Asset] } type Query {'),
  ).toEqual([
    expect.stringMatching(/^halls: AssetConnection \[owners-connection\] Asset belongs to property/),
  ]);
});

test('a non-null field that needs another subgraph is found', () => {
  expect(broken('council: Council', 'council: Council!')).toEqual([
    expect.stringMatching(/^halls: Hall\.council \[nullable-across\]/),
  ]);
  expect(broken('council: Council', 'assets: [Asset!]!')).toEqual([
    expect.stringMatching(/^halls: Hall\.assets \[nullable-across\]/),
  ]);
});

test("a non-null field contributed to another subgraph's entity is found", () => {
  expect(broken('hallCount: Int', 'hallCount: Int!')).toEqual([
    expect.stringMatching(
      /^halls: Council\.hallCount \[nullable-across\] It is contributed to Council of directory/,
    ),
  ]);
});

test('a connection that cannot be paged from both ends is found', () => {
  expect(broken('"After." after: String', '')).toEqual([
    expect.stringMatching(/^halls: Query\.halls \[connection-arguments\] .*lacks after/),
  ]);
});

test('a connection that does not tell its size is found', () => {
  expect(broken('slicingArguments: ["first", "last"], ', '')).toEqual([
    expect.stringMatching(/^halls: Query\.halls \[list-size\]/),
  ]);
});

test('a mutation that begins with its verb is found', () => {
  const verb = HALLS.replaceAll('HallOpen', 'OpenHall').replace('hallOpen', 'openHall');
  expect(check(verb)).toEqual([expect.stringMatching(/^halls: Mutation\.openHall \[mutation-noun-first\]/)]);
  const listed = HALLS.replaceAll('HallOpen', 'BallotCast').replace('hallOpen', 'ballotCast');
  expect(check(listed)).toEqual([]);
});

test('a mutation with other arguments than one input is found', () => {
  expect(broken('"What to open." input: HallOpenInput!', '"Which." id: ID!')).toContainEqual(
    expect.stringMatching(
      /^halls: Mutation\.hallOpen \[mutation-input\] Take one argument, input: HallOpenInput!/,
    ),
  );
});

test.each([
  ['a thing that is never null', 'hall: Hall "Why', 'hall: Hall! "Why'],
  ['no problems', '"Why not." problems: [Problem!]!', '"Done." done: Boolean'],
  ['problems that may be null', 'problems: [Problem!]!', 'problems: [Problem]'],
  ['no thing', '"The hall." hall: Hall', ''],
  ['a nullable payload', 'HallOpenPayload! }', 'HallOpenPayload }'],
])('a mutation that answers %s is found', (_what, from, to) => {
  expect(broken(from, to)).toEqual([
    expect.stringMatching(/^halls: Mutation\.hallOpen \[mutation-payload\]/),
  ]);
});

test('a field with @requires and arguments is found', () => {
  const findings = broken(
    '"Halls there." hallCount: Int',
    'name: String! @external "Halls there." hallCount("Size." size: Size): Int @requires(fields: "name")',
  );
  expect(findings).toContainEqual(
    expect.stringMatching(/^halls: Council\.hallCount \[requires-with-arguments\]/),
  );
});
