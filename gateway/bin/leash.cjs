// Loaded into the program before its own code. The launcher hands on every signal; should it be killed
// without warning, the channel to it closes, and the program ends as if it had been asked to.
if (process.channel) {
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel.unref();
}
