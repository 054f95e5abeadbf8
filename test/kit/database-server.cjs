// Holds a throwaway MySQL or MariaDB server for as long as its standard input is open, and then removes every
// trace of it: whoever started it may end in any way at all, and no server is left behind.
const { spawn, spawnSync } = require('node:child_process');
const { randomBytes } = require('node:crypto');
const { existsSync, mkdtempSync, rmSync, writeFileSync } = require('node:fs');
const { createServer } = require('node:net');
const { tmpdir, userInfo } = require('node:os');
const { delimiter, join } = require('node:path');

const folders = [
  ...(process.env.PATH ?? '').split(delimiter),
  '/usr/sbin',
  '/usr/local/sbin',
  '/usr/libexec',
];

function program(...names) {
  for (const name of names)
    for (const folder of folders) if (folder && existsSync(join(folder, name))) return join(folder, name);
  return null;
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

function initialise(server, folder, common) {
  const install = program('mariadb-install-db', 'mysql_install_db');
  const isMaria = spawnSync(server, ['--version']).stdout?.toString().includes('MariaDB');
  const done = isMaria
    ? spawnSync(install, [
        '--no-defaults',
        ...common,
        '--auth-root-authentication-method=normal',
        '--skip-test-db',
        '--skip-name-resolve',
      ])
    : spawnSync(server, ['--no-defaults', ...common, '--initialize-insecure']);
  if (done.status !== 0) throw new Error(`The throwaway server could not be set up: ${done.stderr}`);
  return isMaria;
}

async function main() {
  const server = program('mariadbd', 'mysqld');
  if (!server) return process.send({ missing: true });
  const folder = mkdtempSync(join(tmpdir(), 'coop-mysql-'));
  let child = null;
  const clear = () => {
    if (child && child.exitCode === null) child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  };
  process.on('exit', clear);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined);
  process.stdin.on('end', () => process.exit(0)).on('error', () => process.exit(0));
  process.on('disconnect', () => process.exit(0));
  process.stdin.resume();

  const common = [`--datadir=${join(folder, 'data')}`];
  if (process.getuid?.() === 0) common.push('--user=root');
  else common.push(`--user=${userInfo().username}`);
  const isMaria = initialise(server, folder, common);

  const password = randomBytes(12).toString('hex');
  const init = join(folder, 'init.sql');
  writeFileSync(
    init,
    `CREATE USER 'coop'@'127.0.0.1' IDENTIFIED BY '${password}';\nGRANT ALL ON *.* TO 'coop'@'127.0.0.1';\n`,
    { mode: 0o600 },
  );
  const port = await freePort();
  child = spawn(
    server,
    [
      '--no-defaults',
      ...common,
      '--bind-address=127.0.0.1',
      `--port=${port}`,
      `--socket=${join(folder, 's')}`,
      `--pid-file=${join(folder, 'pid')}`,
      // A server that starts clears its folder for temporary tables: two may not share one.
      `--tmpdir=${folder}`,
      `--init-file=${init}`,
      ...(isMaria ? [] : ['--mysqlx=OFF']),
      '--skip-name-resolve',
      '--skip-log-bin',
      '--performance-schema=OFF',
      '--innodb-flush-log-at-trx-commit=0',
      '--innodb-flush-method=nosync',
      '--innodb-buffer-pool-size=128M',
      '--innodb-log-file-size=64M',
      '--max-connections=500',
    ].filter((option) => isMaria || !option.includes('nosync')),
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let said = '';
  child.stderr.on('data', (text) => {
    said = (said + text).slice(-20_000);
    if (/ready for connections/.test(said))
      process.send({ url: `mysql://coop:${password}@127.0.0.1:${port}/coop` });
  });
  child.on('exit', () => {
    process.send?.({ failed: said });
    process.exit(1);
  });
}

main().catch((error) => {
  process.send?.({ failed: String(error?.stack ?? error) });
  process.exit(1);
});
