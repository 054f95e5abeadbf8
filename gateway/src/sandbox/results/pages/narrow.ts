import {
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/**
 * The selections that lead to the field at a path of an answer, and nothing beside them. A field counts by the
 * name that it has in the answer; fragments on the way are put in place.
 * @param change what becomes of the field at the end; it may stand in several places
 */
export function narrowed(
  { selections }: SelectionSetNode,
  path: readonly string[],
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  change: (field: FieldNode) => FieldNode,
  within: ReadonlySet<string> = new Set(),
): SelectionNode[] {
  const [name, ...rest] = path;
  const again = (set: SelectionSetNode, to: readonly string[], inside: ReadonlySet<string>) => ({
    ...set,
    selections: narrowed(set, to, fragments, change, inside),
  });
  return selections.flatMap((selection): SelectionNode[] => {
    if (selection.kind === Kind.FIELD) {
      if ((selection.alias ?? selection.name).value !== name || !selection.selectionSet) return [];
      if (rest.length === 0) return [change(selection)];
      return filled({ ...selection, selectionSet: again(selection.selectionSet, rest, within) });
    }
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      return filled({ ...selection, selectionSet: again(selection.selectionSet, path, within) });
    }
    const fragment = fragments.get(selection.name.value);
    // A fragment within itself is no valid operation, and is not followed for ever.
    if (!fragment || within.has(selection.name.value)) return [];
    const { typeCondition, selectionSet } = fragment;
    const inside = new Set([...within, selection.name.value]);
    return filled({
      kind: Kind.INLINE_FRAGMENT,
      typeCondition,
      directives: selection.directives ?? [],
      selectionSet: again(selectionSet, path, inside),
    });
  });
}

/** The selection, unless nothing was left in it. */
function filled<S extends SelectionNode & { readonly selectionSet: SelectionSetNode }>(selection: S): S[] {
  return selection.selectionSet.selections.length > 0 ? [selection] : [];
}
