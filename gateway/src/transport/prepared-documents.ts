import {
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  isSpecifiedScalarType,
  isScalarType,
  getNamedType,
  parse,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { LRUCache } from 'lru-cache';

/** A fetch that was parsed and validated once and is run many times. */
export interface PreparedDocument {
  readonly document: DocumentNode;
  /** What validation said; empty for nearly all, since the query plan is made from the same schema. */
  readonly problems: readonly GraphQLError[];
  /** True when the answer may hold values of the schema's own scalars, which may be objects. */
  readonly hasOwnScalars: boolean;
}

/** Fetches kept ready for one schema, the least recently used dropped first. */
export class PreparedDocuments {
  private readonly kept: LRUCache<string, PreparedDocument>;

  /** @param maximum how many distinct fetches are kept; a front end's graph has some hundreds */
  constructor(
    private readonly schema: GraphQLSchema,
    maximum = 1_000,
  ) {
    this.kept = new LRUCache({ max: maximum });
  }

  /** How many fetches are kept at present. */
  get size(): number {
    return this.kept.size;
  }

  /** The fetch made ready. Throws GraphQLError when the text does not parse. */
  prepare(query: string): PreparedDocument {
    const found = this.kept.get(query);
    if (found) return found;
    const document = parse(query, { noLocation: true });
    const problems = validate(this.schema, document);
    const hasOwnScalars = problems.length === 0 && this.selectsOwnScalars(document);
    const prepared = { document, problems, hasOwnScalars };
    this.kept.set(query, prepared);
    return prepared;
  }

  private selectsOwnScalars(document: DocumentNode): boolean {
    const types = new TypeInfo(this.schema);
    let found = false;
    visit(
      document,
      visitWithTypeInfo(types, {
        Field: () => {
          const type = getNamedType(types.getType());
          if (isScalarType(type) && !isSpecifiedScalarType(type)) found = true;
        },
      }),
    );
    return found;
  }
}
