/** What the checks of the schema conventions are told about the graph. */
export interface Conventions {
  /** Types of the kernel that every subgraph may define alike. */
  readonly valueTypes: readonly string[];
  /** Entities that several subgraphs contribute fields to, and the subgraph that owns each. */
  readonly sharedNouns: Readonly<Record<string, string>>;
  /** Nouns that begin a mutation's name though no type's name begins with them, in lower case. */
  readonly nouns: readonly string[];
}

/** Something in the schema that does not keep to the conventions. */
export interface Finding {
  readonly rule: string;
  /** The subgraph at fault; null where it shows in the composed graph only. */
  readonly subgraph: string | null;
  /** Where: `Type`, `Type.field` or `Type.field(argument:)`. */
  readonly coordinate: string;
  /** What to do about it. */
  readonly message: string;
}

/** The conventions of this graph. */
export const CONVENTIONS: Conventions = {
  valueTypes: [
    'Node',
    'PageInfo',
    'Money',
    'Reason',
    'Rule',
    'Problem',
    'InvalidInput',
    'NotFound',
    'NotAllowed',
    'WrongState',
    'TooEarly',
    'TooLate',
    'LimitExceeded',
    'Ineligible',
    'Conflict',
  ],
  sharedNouns: {
    Council: 'councils',
    Ward: 'councils',
    Neighbourhood: 'councils',
    Organisation: 'councils',
  },
  nouns: ['ballot'],
};
