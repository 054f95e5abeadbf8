/**
 * How long a test with whole servers may take, in milliseconds. They need a second or two each; on a machine that
 * many share it is a minute, and a test is to fail for what is wrong, not for that.
 */
export const PATIENCE = 240_000;
