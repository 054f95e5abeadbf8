// After all tests: ends the private server, if one was started, and waits until its folder is gone.
module.exports = async function globalTeardown() {
  const keeper = globalThis.coopDatabaseServer;
  if (!keeper || keeper.exitCode !== null) return;
  const ended = new Promise((resolve) => keeper.once('exit', resolve));
  keeper.stdin.end();
  await ended;
};
