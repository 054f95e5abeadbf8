// Rules on what stands in a file. Each has
//   name     under which a finding is shown and a single exception can be made
//   why      what to do instead
//   applies  (path) whether the rule holds in that file
//   visit    (node) the finding's words, or nothing
import ts from 'typescript';
import { isTest, isTooling } from './source-files.mjs';

const isNamed = (node, ...names) => node !== undefined && ts.isIdentifier(node) && names.includes(node.text);

/** `object.name` and `object['name']`: the object and the name; nothing for any other node. */
function memberOf(node) {
  if (ts.isPropertyAccessExpression(node)) return { object: node.expression, name: node.name.text };
  if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression)) {
    return { object: node.expression, name: node.argumentExpression.text };
  }
  return undefined;
}

const isGlobalObject = (node) => isNamed(node, 'globalThis', 'global', 'window', 'self');

/** Whether an expression is the global of that name, bare or as a property of the global object. */
function isGlobal(node, name) {
  if (isNamed(node, name)) return true;
  const member = memberOf(node);
  return member !== undefined && member.name === name && isGlobalObject(member.object);
}

/** Names taken from an object in a declaration such as `const { now } = Date`. */
function takenFrom(node, name) {
  if (!ts.isVariableDeclaration(node) || node.initializer === undefined) return [];
  if (!ts.isObjectBindingPattern(node.name) || !isGlobal(node.initializer, name)) return [];
  return node.name.elements.map((element) => (element.propertyName ?? element.name).getText());
}

/** Whether a node is `import { name } from 'module'`, with or without `node:`. */
function importsName(node, module, ...names) {
  if (!ts.isImportSpecifier(node) || !names.includes((node.propertyName ?? node.name).text)) return false;
  return node.parent.parent.parent.moduleSpecifier.text.replace(/^node:/, '') === module;
}

/** Whether an object is only written to: `object.name = value`. */
function isWrittenTo(object) {
  const { parent } = object;
  const assignment = parent.parent;
  return (
    memberOf(parent)?.object === object &&
    ts.isBinaryExpression(assignment) &&
    assignment.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
    assignment.left === parent
  );
}

const READS_ENVIRONMENT =
  /^(gateway\/src\/(main\.ts|cli\.ts|cli\/.*)|subgraphs\/[^/]+\/src\/main\.ts|gateway\/bin\/.*|test\/.*)$/;

const environment = {
  name: 'environment',
  why: 'only main.ts and cli.ts read the environment; take settings as an argument',
  applies: (path) => !READS_ENVIRONMENT.test(path),
  visit(node) {
    const member = memberOf(node);
    const read =
      (member?.name === 'env' && isGlobal(member.object, 'process') && !isWrittenTo(node)) ||
      takenFrom(node, 'process').includes('env') ||
      importsName(node, 'process', 'env');
    return read ? 'the environment is read' : undefined;
  },
};

function readsClock(node) {
  const member = memberOf(node);
  if (member !== undefined) {
    if (member.name === 'now' && isGlobal(member.object, 'Date')) return 'Date.now';
    if (isGlobal(member.object, 'performance')) return `performance.${member.name}`;
    if (isGlobalObject(member.object) && ['Date', 'performance'].includes(member.name)) return member.name;
    if (isGlobal(member.object, 'process') && ['hrtime', 'uptime'].includes(member.name)) return member.name;
    if (member.name === 'Now' && isNamed(member.object, 'Temporal')) return 'Temporal.Now';
  }
  if (ts.isNewExpression(node) && isGlobal(node.expression, 'Date') && !node.arguments?.length)
    return 'new Date()';
  if (ts.isCallExpression(node) && isGlobal(node.expression, 'Date')) return 'Date()';
  if (takenFrom(node, 'Date').includes('now') || takenFrom(node, 'performance').length > 0)
    return 'the clock';
  if (importsName(node, 'perf_hooks', 'performance')) return 'performance';
  return undefined;
}

const clock = {
  name: 'clock',
  why: 'only shared/time reads the clock; take `now` or a Clock (stopwatch() for durations)',
  applies: (path) => !path.startsWith('shared/src/time/') && !isTooling(path),
  visit(node) {
    const what = readsClock(node);
    return what === undefined ? undefined : `the clock is read by ${what}`;
  },
};

const instants = {
  name: 'instants',
  why: 'use instantOf from shared/time, which refuses what is no instant',
  applies: (path) => !path.startsWith('shared/src/time/') && !isTooling(path) && !isTest(path),
  visit(node) {
    if (ts.isNewExpression(node) && isGlobal(node.expression, 'Date') && node.arguments?.length) {
      return 'a Date is made by hand';
    }
    const member = memberOf(node);
    const parsed =
      member !== undefined && isGlobal(member.object, 'Date') && ['parse', 'UTC'].includes(member.name);
    return parsed ? `Date.${member.name} makes an instant by hand` : undefined;
  },
};

const require = {
  name: 'require',
  why: 'use import, which the other rules can see',
  applies: (path) => /\.[cm]?tsx?$/.test(path),
  visit(node) {
    if (ts.isCallExpression(node) && isNamed(node.expression, 'require')) return 'require() is called';
    if (ts.isImportEqualsDeclaration(node) && ts.isExternalModuleReference(node.moduleReference)) {
      return 'import = require() is used';
    }
    const member = memberOf(node);
    if (member !== undefined && isNamed(member.object, 'require', 'module') && member.name !== 'exports') {
      return `${member.object.text}.${member.name} is used`;
    }
    return importsName(node, 'module', 'createRequire') ? 'createRequire is used' : undefined;
  },
};

/** The name at the left of a chain of members and calls: `it` of `it.only.each(…)`. */
function leftmost(node) {
  if (ts.isPropertyAccessExpression(node) || ts.isCallExpression(node)) return leftmost(node.expression);
  return node;
}

const focusedTests = {
  name: 'focused-tests',
  why: 'every test runs, and a test that is to come is written when it comes',
  applies: isTest,
  visit(node) {
    if (ts.isPropertyAccessExpression(node) && ['only', 'todo'].includes(node.name.text)) {
      const root = leftmost(node);
      if (isNamed(root, 'it', 'test', 'describe')) return `${root.text}.${node.name.text} is used`;
    }
    if (
      ts.isCallExpression(node) &&
      isNamed(node.expression, 'fit', 'fdescribe', 'xit', 'xtest', 'xdescribe')
    ) {
      return `${node.expression.text} is used`;
    }
    return undefined;
  },
};

export const NODE_RULES = [environment, clock, instants, require, focusedTests];
