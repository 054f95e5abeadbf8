import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { runQuietly } from './child.mjs';
import { hashOf, readJson, remember, remembered, stateOf } from './files.mjs';
import { packageFolders } from './packages.mjs';
import { Stop } from './stop.mjs';

const cacheName = (folder, part) => `build/${folder.replaceAll('/', '-')}-${part}`;

// Tests run from their sources; the sandbox page is bundled for browsers by its own script.
const NOT_COMPILED = ['**/*.test.ts', '**/*.fixture.ts', '**/sandbox/page/**'];

/** A package's sources compiled file by file: src to dist. */
function compilation(root, folder) {
  const dist = join(root, folder, 'dist');
  const sources = [join(root, folder, 'src'), join(root, '.swcrc')];
  return {
    folder,
    part: 'dist',
    output: dist,
    hash: hashOf(`${stateOf(root, sources)}\n${remembered(root, 'installed')}`),
    async run() {
      // Compiled beside and then put in place whole: no stale file stays, and an interrupted build harms nothing.
      const draft = join(root, '.cache', cacheName(folder, 'draft'));
      const old = `${draft}-old`;
      for (const path of [draft, old]) rmSync(path, { recursive: true, force: true });
      mkdirSync(draft, { recursive: true });
      const swc = join(root, 'node_modules', '@swc', 'cli', 'bin', 'swc.js');
      const args = [swc, 'src', '--out-dir', draft, '--strip-leading-paths', '--copy-files'];
      args.push('--ignore', NOT_COMPILED.join(','), '--config-file', join(root, '.swcrc'));
      const { code, output } = await runQuietly(process.execPath, args, { cwd: join(root, folder) });
      if (code !== 0) throw new Stop(`${output.trim()}\n${folder} could not be compiled.`);
      if (existsSync(dist)) renameSync(dist, old);
      renameSync(draft, dist);
      rmSync(old, { recursive: true, force: true });
    },
  };
}

/** The sandbox page, built by the gateway's own script into gateway/dist-sandbox. */
function sandbox(root) {
  const folder = 'gateway';
  const at = (...names) => join(root, folder, ...names);
  const script = readJson(at('package.json')).scripts['build:sandbox'];
  const aside = new Set([
    'bin',
    'dist',
    'dist-sandbox',
    'node_modules',
    'package.json',
    'src',
    'supergraph.graphql',
  ]);
  const settings = readdirSync(at()).filter((name) => !aside.has(name));
  const sources = [at('src', 'sandbox'), ...settings.map((name) => at(name))];
  return {
    folder,
    part: 'sandbox',
    output: at('dist-sandbox'),
    hash: hashOf(`${stateOf(root, sources)}\n${script}\n${remembered(root, 'installed')}`),
    async run() {
      const { code, output } = await runQuietly('npm', ['run', '--silent', 'build:sandbox'], { cwd: at() });
      if (code !== 0) throw new Stop(`${output.trim()}\nThe sandbox page could not be built.`);
    },
  };
}

function everything(root) {
  const folders = packageFolders(root);
  const builds = folders
    .filter((folder) => folder !== 'test' && existsSync(join(root, folder, 'src')))
    .map((folder) => compilation(root, folder));
  const hasPage =
    folders.includes('gateway') && readJson(join(root, 'gateway', 'package.json')).scripts?.['build:sandbox'];
  return hasPage ? [...builds, sandbox(root)] : builds;
}

/** The builds whose sources changed since, or whose output is gone. */
export function outdated(root) {
  return everything(root).filter(
    ({ folder, part, output, hash }) =>
      !existsSync(output) || remembered(root, cacheName(folder, part)) !== hash,
  );
}

/** Runs builds, as many at once as there are processors. */
export async function build(root, builds) {
  const queue = [...builds];
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      await next.run();
      remember(root, cacheName(next.folder, next.part), next.hash);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
}
