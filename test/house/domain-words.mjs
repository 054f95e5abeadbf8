import ts from 'typescript';
import { isTest } from './source-files.mjs';

// Words of what councils do. "Council" itself is not one of them: every row and every audit trail has one.
const WORDS = `
  asset disposal moratorium nomination nominate nominator mutual spinout ward parish
  volunteer volunteering timebank ballot budgeting participatory
  procurement tender bidder supplier spending invoice
`
  .trim()
  .split(/\s+/);
const FORBIDDEN = new Set(WORDS.flatMap((word) => [word, `${word}s`]));
const PLACES = [{ room: 'shared/src/ballots/', words: new Set(['ballot', 'ballots']) }];

/** The words in an identifier or a text: `findNominationsById` has find, nominations, by and id. */
export function wordsOf(text) {
  return (text.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g) ?? []).map((word) => word.toLowerCase());
}

function textOf(node) {
  if (ts.isIdentifier(node) || ts.isPrivateIdentifier(node)) return node.text;
  if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node)) return node.text;
  if (ts.isTemplateMiddle(node) || ts.isTemplateTail(node)) return node.text;
  return undefined;
}

/** The kernel serves any domain: its names and texts hold no word of this one (comments may). */
export const domainWords = {
  name: 'domain-words',
  why: 'the kernel knows no service of councils; only shared/nouns names some',
  applies: (path) => path.startsWith('shared/src/') && !path.startsWith('shared/src/nouns/') && !isTest(path),
  visit(node, path) {
    const text = textOf(node);
    if (text === undefined) return undefined;
    const allowed = PLACES.find(({ room }) => path.startsWith(room))?.words ?? new Set();
    const word = wordsOf(text).find((candidate) => FORBIDDEN.has(candidate) && !allowed.has(candidate));
    return word === undefined ? undefined : `"${word}" is a word of the domain`;
  },
};
