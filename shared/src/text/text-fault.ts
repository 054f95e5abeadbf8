/** True of text that needs no closer look: printable ASCII. Nearly every cell of a file is such. */
export const LOOKS_PLAIN = /^[ -~]*$/;

// Control characters but tab and line ends; lone halves of surrogate pairs; and what Unicode says is no character.
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|\p{Cs}/u;

// Embeddings, overrides and isolates (UAX #9): they can show a text in another order than it is stored in. Text that
// runs from right to left by its own letters needs none of them, nor do the marks U+200E and U+200F reorder it so.
const REORDERING = /[\u202a-\u202e\u2066-\u2069]/;

// Joiners, marks and variation selectors stand beside letters and pictures in honest text, and are nothing alone.
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/u;
const SHOWS_NOTHING = /^[\s\u2800\p{Default_Ignorable_Code_Point}]*$/u;

/**
 * The one rule for text that is kept, whether a file or a mutation brings it: what keeps it
 * out, null when nothing does. Plain blank text is let through, as whether something must be said is for others to
 * know; `blank` is text of invisible characters, which looks blank and would not be found so.
 */
export function textFault(text: string): 'unprintable' | 'reordering' | 'blank' | null {
  if (LOOKS_PLAIN.test(text)) return null;
  if (UNPRINTABLE.test(text)) return 'unprintable';
  if (REORDERING.test(text)) return 'reordering';
  return INVISIBLE.test(text) && SHOWS_NOTHING.test(text) ? 'blank' : null;
}
