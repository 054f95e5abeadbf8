import type { CompositionHint } from '@apollo/composition/dist/hints';

/** A hint of composition that is known and harmless. */
export interface AllowedHint {
  /** The hint's code. */
  readonly code: string;
  /** Which elements it is allowed for: type or `Type.field`; all where it is left out. */
  readonly coordinate?: RegExp;
  /** Why it does no harm. */
  readonly reason: string;
}

/**
 * Hints that do no harm; each other hint fails composition, because a hint mostly means that two subgraphs
 * think differently of one thing.
 */
export const ALLOWED_HINTS: readonly AllowedHint[] = [
  {
    code: 'UNUSED_ENUM_TYPE',
    reason: 'The kernel may offer an enum before a field uses it; nothing depends on it.',
  },
];

/** The hints that are not on the list. */
export function unexpectedHints(
  hints: readonly CompositionHint[],
  allowed: readonly AllowedHint[] = ALLOWED_HINTS,
): CompositionHint[] {
  return hints.filter(
    (hint) =>
      !allowed.some(
        ({ code, coordinate }) =>
          code === hint.definition.code && (!coordinate || coordinate.test(hint.coordinate ?? '')),
      ),
  );
}
