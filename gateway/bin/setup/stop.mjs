/** A reason to stop that a person can act on: printed as it is, without a stack. */
export class Stop extends Error {}

/**
 * Runs work and turns a `Stop` into its plain line and exit code 1; anything else is a defect and keeps its
 * stack.
 */
export async function orStop(work) {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
