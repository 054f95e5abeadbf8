import {
  getNamedType,
  getOperationAST,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  typeFromAST,
  visit,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { sizeOf, sizeRuleOf, weightOf, type Size, type SizeRule } from './list-size';

/** One field of the answer's shape that costs something by itself or by what is below it. */
export interface Node {
  /** What one call of the field costs. */
  readonly weight: number;
  /** How often what is below it is asked for each time the field is; null: once. */
  readonly size: Size | null;
  readonly children: readonly Node[];
}

/** What can be known of one operation of a document without its variables. */
export interface Structure {
  readonly operation: OperationDefinitionNode;
  readonly tokens: number;
  readonly aliases: number;
  readonly directives: number;
  readonly rootFields: number;
  readonly depth: number;
  readonly fields: number;
  /** True when the expansion was given up: more selections or levels than any limit allows. */
  readonly endless: boolean;
  /** A number in it that no double holds, such as 1e400, as it is written; null without one. */
  readonly unreadableNumber: string | null;
  readonly roots: readonly Node[];
  /** What it asks of the schema itself, through `__schema` and `__type`. */
  readonly introspection: readonly Node[];
}

/** The fields that hold the items of a page, and how many they are. */
interface Page {
  readonly fields: readonly string[];
  readonly size: Size;
}

const META_ROOTS = new Set(['__schema', '__type']);
// What a type has on average of each, as seen in graphs of some hundred types.
const META_SIZES: Readonly<Record<string, number>> = {
  ...{ fields: 8, args: 1, inputFields: 4, enumValues: 3 },
  ...{ interfaces: 1, possibleTypes: 2, directives: 10 },
};

/** Selections looked at before the expansion of a document is given up: about ten milliseconds of work. */
const MOST_SELECTIONS = 50_000;
const MOST_LEVELS = 100;
/**
 * Selections when each fragment counts as often as it is spread: the gateway's planner writes them all out. A ladder of
 * fragments, each spread twice by the one before, doubles them at each step while it answers with hardly a field.
 */
const MOST_SPREAD = 100_000;
/** A mutation writes: it weighs as much as this many objects. */
const MUTATION_WEIGHT = 10;

const structures = new WeakMap<GraphQLSchema, WeakMap<DocumentNode, Map<string, Structure | null>>>();

/** The structure of the operation that will run, kept for as long as the document is; null when there is none. */
export function structureOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null | undefined,
): Structure | null {
  let ofSchema = structures.get(schema);
  if (!ofSchema) structures.set(schema, (ofSchema = new WeakMap()));
  let ofDocument = ofSchema.get(document);
  if (!ofDocument) ofSchema.set(document, (ofDocument = new Map()));
  const operation = getOperationAST(document, operationName);
  // Keyed by the operation found, not by the name sent, which could be anything.
  const key = operation?.name?.value ?? '';
  let structure = ofDocument.get(key);
  if (structure === undefined) {
    structure = operation ? new Expansion(schema, document, operation).structure() : null;
    ofDocument.set(key, structure);
  }
  return structure;
}

/** Fields of one type under one name in one selection set: they are answered once, with all their selections. */
interface Group {
  readonly parent: GraphQLNamedType | undefined;
  readonly node: FieldNode;
  readonly selectionSets: SelectionSetNode[];
}

/**
 * Puts the fragments in place, as the executor would: fields of one name are merged, a fragment counts once in
 * a selection set. The work is bounded by a count of selections, so neither a bomb nor a cycle of fragments
 * can hold it up, and what was given up is refused whatever the limits.
 */
class Expansion {
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  private readonly rules = new Map<GraphQLField<unknown, unknown>, SizeRule | null>();
  private selections = 0;
  private fields = 0;
  private depth = 0;
  private endless = false;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly document: DocumentNode,
    private readonly operation: OperationDefinitionNode,
  ) {
    for (const definition of document.definitions)
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(definition.name.value, definition);
  }

  structure(): Structure {
    let aliases = 0;
    let directives = 0;
    let unreadableNumber: string | null = null;
    const number = ({ value }: { readonly value: string }) => {
      if (!Number.isFinite(Number(value))) unreadableNumber ??= value.slice(0, 40);
    };
    visit(this.document, {
      FloatValue: number,
      IntValue: number,
      Field: (node) => void (aliases += node.alias ? 1 : 0),
      Directive: () => void (directives += 1),
    });
    const root = this.schema.getRootType(this.operation.operation) ?? undefined;
    const groups = this.collect(root, [this.operation.selectionSet]);
    const base = this.operation.operation === 'mutation' ? MUTATION_WEIGHT : 0;
    const roots: Node[] = [];
    const introspection: Node[] = [];
    for (const group of groups) {
      const isMeta = META_ROOTS.has(group.node.name.value);
      const node = isMeta ? this.expandMeta(group, 1) : this.expand(group, 1, null);
      (isMeta ? introspection : roots).push({ ...node, weight: node.weight + base });
    }
    if (this.spread(this.operation.selectionSet, new Map()) > MOST_SPREAD) this.endless = true;
    return {
      operation: this.operation,
      tokens: (this.document as { tokenCount?: number }).tokenCount ?? 0,
      aliases,
      directives,
      rootFields: groups.length,
      depth: this.depth,
      fields: this.fields,
      endless: this.endless,
      unreadableNumber,
      roots,
      introspection,
    };
  }

  /** Selections with fragments counted as often as they are spread; one that spreads itself counts once. */
  private spread({ selections }: SelectionSetNode, known: Map<string, number>): number {
    let count = selections.length;
    for (const selection of selections) {
      if (selection.kind !== Kind.FRAGMENT_SPREAD) {
        if (selection.selectionSet) count += this.spread(selection.selectionSet, known);
        continue;
      }
      const name = selection.name.value;
      const fragment = this.fragments.get(name);
      if (fragment && !known.has(name)) {
        known.set(name, 0);
        known.set(name, this.spread(fragment.selectionSet, known));
      }
      count += known.get(name) ?? 0;
    }
    return count;
  }

  private collect(parent: GraphQLNamedType | undefined, selectionSets: readonly SelectionSetNode[]): Group[] {
    const groups = new Map<string, Group>();
    const spread = new Set<string>();
    const take = (type: GraphQLNamedType | undefined, selections: readonly SelectionNode[]): void => {
      for (const selection of selections) {
        this.selections += 1;
        if (this.selections > MOST_SELECTIONS) {
          this.endless = true;
          return;
        }
        if (selection.kind === Kind.FIELD) {
          const key = `${type?.name ?? ''} ${(selection.alias ?? selection.name).value}`;
          const group = groups.get(key);
          if (!group)
            groups.set(key, {
              parent: type,
              node: selection,
              selectionSets: selection.selectionSet ? [selection.selectionSet] : [],
            });
          else if (selection.selectionSet) group.selectionSets.push(selection.selectionSet);
          continue;
        }
        if (selection.kind === Kind.INLINE_FRAGMENT) {
          take(this.narrowed(type, selection), selection.selectionSet.selections);
          continue;
        }
        const fragment = this.fragments.get(selection.name.value);
        if (!fragment || spread.has(selection.name.value)) continue;
        spread.add(selection.name.value);
        take(this.narrowed(type, fragment), fragment.selectionSet.selections);
      }
    };
    for (const { selections } of selectionSets) take(parent, selections);
    return [...groups.values()];
  }

  private narrowed(
    type: GraphQLNamedType | undefined,
    { typeCondition }: { readonly typeCondition?: FragmentDefinitionNode['typeCondition'] },
  ): GraphQLNamedType | undefined {
    return typeCondition ? typeFromAST(this.schema, typeCondition) : type;
  }

  private expand(group: Group, level: number, page: Page | null): Node {
    const { parent, node, selectionSets } = group;
    const name = node.name.value;
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
    this.count(level);
    this.depth = Math.max(this.depth, level);
    const rule = field && this.ruleOf(field);
    const asked = field && rule ? sizeOf(rule, field, node) : null;
    const weight = (field && weightOf(field)) ?? (selectionSets.length > 0 ? 1 : 0);
    // The items of a page: their number was asked for one level above.
    const size = page?.fields.includes(name) ? page.size : rule?.sizedFields ? null : asked;
    if (this.endless || selectionSets.length === 0) return { weight, size, children: [] };
    const below = rule?.sizedFields && asked ? { fields: rule.sizedFields, size: asked } : null;
    const type = field && getNamedType(field.type);
    const children = this.collect(isCompositeType(type) ? type : undefined, selectionSets)
      .map((child) => this.expand(child, level + 1, below))
      .filter((child) => child.weight > 0 || child.children.length > 0);
    return { weight, size, children };
  }

  /** Introspection is no reading of rows: it has sizes, and a limit, of its own. */
  private expandMeta({ node, selectionSets }: Group, level: number): Node {
    this.count(level);
    const name = node.name.value;
    const size = name === 'types' ? Object.keys(this.schema.getTypeMap()).length : (META_SIZES[name] ?? null);
    const weight = selectionSets.length > 0 ? 1 : 0;
    const children = this.endless
      ? []
      : this.collect(undefined, selectionSets)
          .map((child) => this.expandMeta(child, level + 1))
          .filter((child) => child.weight > 0);
    return { weight, size: size === null ? null : () => size, children };
  }

  private count(level: number): void {
    this.fields += 1;
    if (level > MOST_LEVELS) this.endless = true;
  }

  private ruleOf(field: GraphQLField<unknown, unknown>): SizeRule | null {
    let rule = this.rules.get(field);
    if (rule === undefined) this.rules.set(field, (rule = sizeRuleOf(field)));
    return rule;
  }
}
