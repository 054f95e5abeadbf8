// Loaded into the program before its own code. The launcher hands on every signal; should it be killed
// without warning, the channel to it closes, and the program ends as if it had been asked to. One that cannot,
// because it is still starting, or hangs, is ended when a shutdown would have been over.
const PATIENCE = 15_000; // milliseconds
if (process.channel) {
  process.on('disconnect', () => {
    setTimeout(() => process.exit(1), PATIENCE).unref();
    process.kill(process.pid, 'SIGTERM');
  });
  process.channel.unref();
}
