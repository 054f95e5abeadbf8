import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runQuietly } from './child.mjs';
import { hashOf, readJson, remember, remembered } from './files.mjs';
import { packageFolders } from './packages.mjs';
import { Stop } from './stop.mjs';

const DEPENDENCIES = [
  'name',
  'version',
  'dependencies',
  'devDependencies',
  'optionalDependencies',
  'peerDependencies',
];

const manifestsOf = (root) => ['.', ...packageFolders(root)].map((folder) => join(root, folder));

/** What the installed packages follow from: the lock file, what each package asks for, and this Node's ABI. */
function wanted(root) {
  const manifests = manifestsOf(root).map((folder) => {
    const manifest = readJson(join(folder, 'package.json'));
    return DEPENDENCIES.map((field) => manifest[field]);
  });
  const files = ['pnpm-lock.yaml', 'pnpm-workspace.yaml'].map((name) =>
    readFileSync(join(root, name), 'utf8'),
  );
  const machine = [process.versions.modules, process.platform, process.arch];
  return hashOf(JSON.stringify([files, manifests, machine]));
}

/** Whether node_modules stands and is what the lock file and the manifests ask for. */
export function isInstalled(root) {
  const folders = manifestsOf(root).filter((folder) => {
    const { dependencies, devDependencies } = readJson(join(folder, 'package.json'));
    return dependencies !== undefined || devDependencies !== undefined;
  });
  return (
    folders.every((folder) => existsSync(join(folder, 'node_modules'))) &&
    remembered(root, 'installed') === wanted(root)
  );
}

/** Runs the pnpm that package.json pins; npx fetches it once and finds it again without a network. */
function pnpm(root, ...args) {
  const pinned = readJson(join(root, 'package.json')).packageManager.split('+')[0];
  // The settings that `npm start` hands down are npm's own and would only make pnpm and npx talk.
  const env = { npm_config_update_notifier: 'false', npm_config_loglevel: 'error', npm_config_fund: 'false' };
  return runQuietly('npx', ['--yes', pinned, ...args], { cwd: root, env });
}

/** The tools that compiling a native module needs and that are in no folder of the search path. */
export function missingCompilerTools(path = process.env.PATH ?? '') {
  const folders = path.split(delimiter).filter((folder) => folder !== '');
  const runs = (tool) =>
    folders.some((folder) => {
      try {
        accessSync(join(folder, tool), constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
  return [['python3'], ['make'], ['g++', 'c++', 'clang++']]
    .filter((names) => !names.some(runs))
    .map(([name]) => name);
}

/** Why the SQLite driver does not load, '' when it does (or nobody asks for it). */
async function driverTrouble(root) {
  const shared = join(root, 'shared');
  const manifest = join(shared, 'package.json');
  if (!existsSync(manifest) || !readJson(manifest).dependencies?.['better-sqlite3']) return '';
  const script = "new (require('better-sqlite3'))(':memory:').close()";
  const { code, output } = await runQuietly(process.execPath, ['-e', script], { cwd: shared });
  return code === 0 ? '' : output;
}

function stopForCompiler() {
  const missing = missingCompilerTools();
  if (missing.length === 0) return;
  throw new Stop(
    `The SQLite driver has to be compiled here and that needs ${missing.join(', ')}: install ` +
      '`apt-get install python3 make g++` (Debian, Ubuntu), `xcode-select --install` (macOS), then try again.',
  );
}

function stopWithLog(root, what, output) {
  const log = join(root, '.cache', 'install.log');
  mkdirSync(join(root, '.cache'), { recursive: true });
  writeFileSync(log, output);
  const tail = output.trim().split('\n').slice(-15).join('\n');
  throw new Stop(`${tail}\n${what}; all of its output is in .cache/install.log.`);
}

/** Brings node_modules to what the lock file says, and sees that the native SQLite driver loads. */
export async function install(root) {
  const hash = wanted(root);
  const { code, output } = await pnpm(
    root,
    'install',
    '--frozen-lockfile',
    '--prefer-offline',
    '--reporter=append-only',
    '--config.confirmModulesPurge=false',
  );
  if (code === 127) throw new Stop(`npx could not be started (${output}): install npm, which brings it.`);
  if (code !== 0) {
    if (/better-sqlite3|node-gyp|gyp ERR/.test(output)) stopForCompiler();
    stopWithLog(root, 'The packages could not be installed', output);
  }
  if (await driverTrouble(root)) {
    // Built for another Node, or its build was skipped: build it once more for this one.
    const rebuilt = await pnpm(root, 'rebuild', '--recursive', 'better-sqlite3');
    const trouble = await driverTrouble(root);
    if (trouble) {
      stopForCompiler();
      stopWithLog(root, 'The SQLite driver could not be built', `${rebuilt.output}\n${trouble}`);
    }
  }
  remember(root, 'installed', hash);
}
