// Before all tests: compiles what changed, since some tests start the built program, and finds a MySQL server
// to test on, or starts a private one.
const { fork } = require('node:child_process');
const { join } = require('node:path');

module.exports = async function globalSetup() {
  const { setUp } = await import('../../gateway/bin/setup.mjs');
  await setUp(join(__dirname, '..', '..'));
  if (process.env.COOP_TEST_MYSQL_URL) return;
  const keeper = fork(join(__dirname, 'database-server.cjs'), {
    stdio: ['pipe', 'ignore', 'inherit', 'ipc'],
  });
  const answer = await new Promise((resolve) => {
    keeper.once('message', resolve);
    keeper.once('exit', () => resolve({ failed: 'it ended at once' }));
  });
  if (answer.url) {
    process.env.COOP_TEST_MYSQL_URL = answer.url;
    globalThis.coopDatabaseServer = keeper;
    return;
  }
  keeper.disconnect();
  const reason = answer.missing
    ? 'no mariadbd or mysqld on this machine'
    : `it did not start: ${answer.failed}`;
  console.warn(`\nTests on MySQL are SKIPPED: ${reason}. Set COOP_TEST_MYSQL_URL to run them.\n`);
};
