const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
const HIDDEN_BUT_LINES = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

const written = (character: string): string => {
  let escapes = '';
  for (let at = 0; at < character.length; at += 1)
    escapes += `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`;
  return escapes;
};

/**
 * Text from elsewhere as it may be shown on a terminal, on one line: control and format characters, which could move
 * the cursor, colour, or hide and reorder what is written, are written as `\u001b`.
 */
export function visible(text: string): string {
  return text.replace(HIDDEN, written);
}

/** The same for text of several lines. JSON stays the same JSON. */
export function visibleLines(text: string): string {
  return text.replace(HIDDEN_BUT_LINES, written);
}
