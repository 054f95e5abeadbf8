import { Stop } from './stop.mjs';

const parts = (version) => version.split('.').map(Number);

/** Is a at least b? Both are [major, minor, patch]. */
function atLeast(a, b) {
  const difference = [0, 1, 2].map((place) => (a[place] ?? 0) - (b[place] ?? 0)).find((d) => d !== 0);
  return (difference ?? 0) >= 0;
}

/** Whether a version is in a range made of `^1.2.3` and `>=1.2.3` joined by `||`, as in `engines.node`. */
export function inRange(version, range) {
  return range.split('||').some((clause) => {
    const [, sign, least] = /^\s*(\^|>=)\s*(\d+(?:\.\d+)*)\s*$/.exec(clause) ?? [];
    if (least === undefined) throw new Error(`Cannot read the range ${range}`);
    const [have, want] = [parts(version), parts(least)];
    return atLeast(have, want) && (sign === '>=' || have[0] === want[0]);
  });
}

/** Stops with one line when this Node is not one that the project runs on. */
export function checkNodeVersion(range, version = process.versions.node) {
  if (!inRange(version, range)) {
    throw new Stop(`Node ${version} is not supported: install Node ${range.replaceAll('||', 'or')}.`);
  }
}
