// Rules on comments: `find` gives the words of a finding for one line of a comment, or nothing.
const REASON = /\s--\s+\S.{9,}/;

const compilerComments = {
  name: 'compiler-comments',
  why: 'give the compiler the right type; @ts-expect-error takes its reason on the same line',
  applies: () => true,
  find(line) {
    const [, directive, rest] = /@(ts-ignore|ts-nocheck|ts-expect-error)\b(.*)/.exec(line) ?? [];
    if (directive === undefined) return undefined;
    if (directive !== 'ts-expect-error') return `@${directive} is used`;
    return /\w.{9,}/.test(rest) ? undefined : '@ts-expect-error has no reason';
  },
};

const disabledRules = {
  name: 'disabled-rules',
  why: 'say why after two dashes: `oxlint-disable-next-line rule -- the reason`',
  applies: () => true,
  find(line) {
    const switchedOff = /\b(eslint|oxlint)-disable/.test(line) || /\bhouse-rules-allow\b/.test(line);
    return switchedOff && !REASON.test(line) ? 'a rule is switched off without a reason' : undefined;
  },
};

export const COMMENT_RULES = [compilerComments, disabledRules];

/** The rules that a comment `house-rules-allow NAME, NAME -- reason` sets aside; none without a reason. */
export function allowedBy(line) {
  const [, names] = /\bhouse-rules-allow\s+([\w\s,-]+?)\s--\s+\S.{9,}/.exec(line) ?? [];
  return names === undefined ? [] : names.split(/[\s,]+/);
}
