import type { Location } from '@coop/shared/persistence';
import { mysqlWorld, sqliteWorld, type World, type WorldOptions } from './world';

/**
 * Describes something once for each kind of database, each with a fresh database of its own that is dropped
 * afterwards. Where there is no MySQL server its half is skipped by name.
 * @param what what is described: `the register`
 * @param options entities and migrations of the database
 * @param tests declares the tests; `world` may be used inside them and in hooks, `kind` outside them too
 */
export function describeDatabases(
  what: string,
  options: WorldOptions,
  tests: (world: World, kind: Location['kind']) => void,
): void {
  describeOn('sqlite', `${what} on SQLite`, () => sqliteWorld(options), tests);
  const server = process.env['COOP_TEST_MYSQL_URL'];
  if (server) describeOn('mysql', `${what} on MySQL`, () => mysqlWorld(server, options), tests);
  else
    describe.skip(`${what} on MySQL: skipped, no server (set COOP_TEST_MYSQL_URL)`, () => {
      test('is not tested here', () => undefined);
    });
}

function describeOn(
  kind: Location['kind'],
  title: string,
  make: () => Promise<World>,
  tests: (world: World, kind: Location['kind']) => void,
): void {
  describe(title, () => {
    let made: World | undefined;
    // Tests are declared before the world is there; they meet it when they run.
    const world = new Proxy({} as World, {
      get(_, property) {
        if (!made) throw new Error('The world is there only while tests run: use it inside test or a hook.');
        const value: unknown = Reflect.get(made, property, made);
        return typeof value === 'function' ? value.bind(made) : value;
      },
    });
    beforeAll(async () => {
      made = await make();
      await made.open();
    }, 60_000);
    afterAll(() => made?.end(), 60_000);
    tests(world, kind);
  });
}
