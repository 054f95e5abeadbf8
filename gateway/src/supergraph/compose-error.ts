/** One thing that keeps subgraphs from composing. */
export interface ComposeProblem {
  /** The subgraphs concerned; empty where composition does not tell. */
  readonly subgraphs: readonly string[];
  /** The code of @apollo/composition, or one of our own rules. */
  readonly code: string;
  /** What is wrong, in one line. */
  readonly message: string;
  /** What to do about it, in one line. */
  readonly fix: string;
}

/** Subgraphs do not compose. The message is made to be read on a terminal. */
export class ComposeError extends Error {
  constructor(readonly problems: readonly ComposeProblem[]) {
    super(['The subgraphs do not compose:', ...problems.map(line)].join('\n'));
    this.name = 'ComposeError';
  }
}

function line({ subgraphs, code, message, fix }: ComposeProblem): string {
  const where = subgraphs.length > 0 ? subgraphs.join(' and ') : 'the graph';
  return `  ${where}: ${message} [${code}]\n    fix: ${fix}`;
}

/** What to do about the errors of composition that come up in practice. */
const FIXES: Readonly<Record<string, string>> = {
  INVALID_GRAPHQL:
    'Correct the SDL: it does not parse, or names a type or directive that it does not define.',
  INVALID_FIELD_SHARING:
    'Let one subgraph own the field: take it out of the others, or mark it @external there. Only value types of the kernel are @shareable.',
  SATISFIABILITY_ERROR:
    'Give the type a resolvable @key in the subgraph that owns the field, with key fields that the other subgraph has as well.',
  FIELD_TYPE_MISMATCH: 'Give the field one and the same type in every subgraph that defines it.',
  FIELD_ARGUMENT_TYPE_MISMATCH: 'Give the argument one and the same type in every subgraph that defines it.',
  INPUT_FIELD_TYPE_MISMATCH: 'Give the input one owner, or the same fields and types in both.',
  ENUM_VALUE_MISMATCH:
    'Give the enum one owner: used for input and output it must have the same values everywhere.',
  TYPE_KIND_MISMATCH: 'Two things have one name: rename one of them.',
  EMPTY_MERGED_INPUT_TYPE: 'Two inputs have one name and nothing in common: rename one of them.',
  EMPTY_MERGED_ENUM_TYPE: 'Two enums have one name and nothing in common: rename one of them.',
  REQUIRED_INPUT_FIELD_MISSING_IN_SOME_SUBGRAPH: 'Give the input one owner, or the field in every subgraph.',
  REQUIRED_ARGUMENT_MISSING_IN_SOME_SUBGRAPH: 'Give the field one owner, or the argument in every subgraph.',
  EXTERNAL_MISSING_ON_BASE: 'Take the @external field out, or define it in the subgraph that owns the type.',
  EXTERNAL_UNUSED: 'Take the @external field out, or use it in a @key, @requires or @provides.',
  EXTERNAL_TYPE_MISMATCH: 'Give the @external field the type that its owner gives it.',
  INTERFACE_FIELD_NO_IMPLEM: 'Define the field of the interface in every type that implements it.',
  KEY_INVALID_FIELDS: 'Name in @key only fields that the type has in this subgraph.',
  PROVIDES_INVALID_FIELDS: 'Name in @provides only fields of the returned type.',
  REQUIRES_INVALID_FIELDS: 'Name in @requires only @external fields of the type.',
  ROOT_QUERY_USED: 'Name the root type Query.',
  NO_QUERIES: 'Give at least one subgraph a Query field.',
  UNKNOWN_FEDERATION_LINK_VERSION: 'Link to a federation version up to 2.9.',
  UNSUPPORTED_LINKED_FEATURE: 'Link only to federation and to features that this gateway knows.',
};

/** The fix of a composition error by its code. */
export function fixOf(code: string): string {
  return FIXES[code] ?? 'Bring the definitions of the subgraphs named above into line.';
}
