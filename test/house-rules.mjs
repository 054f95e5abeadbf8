// The house rules that a linter cannot express, checked on the syntax tree without types: fast, and without
// anything but TypeScript. `node test/house-rules.mjs [ROOT]` prints each finding with its place and exits 1.
// One line can be excepted by a comment on it or above it: `house-rules-allow NAME -- the reason`.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { NODE_RULES } from './house/code-rules.mjs';
import { allowedBy, COMMENT_RULES } from './house/comment-rules.mjs';
import { domainWords } from './house/domain-words.mjs';
import { sourceFiles } from './house/source-files.mjs';

const RULES = [...NODE_RULES, domainWords];

/** Every node of a syntax tree. */
function* nodesOf(node) {
  const children = [];
  ts.forEachChild(node, (child) => void children.push(child));
  for (const child of children) {
    yield child;
    yield* nodesOf(child);
  }
}

const isText = (node) =>
  ts.isStringLiteralLike(node) ||
  ts.isTemplateHead(node) ||
  ts.isTemplateMiddle(node) ||
  ts.isTemplateTail(node) ||
  ts.isRegularExpressionLiteral(node) ||
  ts.isJsxText(node);

/** The comments' lines as { line, text }: whatever a comment's mark begins that stands in no text. */
function commentLines(source, texts) {
  const lines = [];
  const pattern = /\/\/.*|\/\*[^]*?\*\//g;
  for (let match = pattern.exec(source.text); match !== null; match = pattern.exec(source.text)) {
    const { index } = match;
    const within = texts.find(([from, to]) => index >= from && index < to);
    if (within !== undefined) {
      pattern.lastIndex = within[1];
      continue;
    }
    const first = source.getLineAndCharacterOfPosition(index).line;
    for (const [offset, text] of match[0].split('\n').entries()) lines.push({ line: first + offset, text });
  }
  return lines;
}

function checkFile(root, path) {
  const source = ts.createSourceFile(
    path,
    readFileSync(join(root, path), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const nodes = [...nodesOf(source)];
  const texts = nodes.filter(isText).map((node) => [node.getStart(source), node.end]);
  const comments = commentLines(source, texts);
  const allowed = new Set(
    comments.flatMap(({ line, text }) =>
      allowedBy(text).flatMap((name) => [`${line} ${name}`, `${line + 1} ${name}`]),
    ),
  );
  const findings = [];
  const find = ({ name, why }, line, words) => {
    if (words !== undefined && !allowed.has(`${line} ${name}`)) {
      findings.push({ path, line: line + 1, rule: name, message: `${words}: ${why}` });
    }
  };
  for (const rule of RULES.filter((candidate) => candidate.applies(path))) {
    for (const node of nodes) {
      const words = rule.visit(node, path);
      if (words) find(rule, source.getLineAndCharacterOfPosition(node.getStart(source)).line, words);
    }
  }
  for (const rule of COMMENT_RULES.filter((candidate) => candidate.applies(path))) {
    for (const { line, text } of comments) find(rule, line, rule.find(text));
  }
  return findings;
}

const root = process.argv[2] ?? join(dirname(fileURLToPath(import.meta.url)), '..');
const findings = sourceFiles(root).flatMap((path) => checkFile(root, path));
for (const { path, line, rule, message } of findings) {
  process.stdout.write(`${path}:${line} ${rule}: ${message}\n`);
}
process.exitCode = findings.length > 0 ? 1 : 0;
