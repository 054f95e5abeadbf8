/** Printable ASCII with no space but single ones inside. */
const PLAIN = /^(?:[!-~]+(?: [!-~]+)*)?$/;

/**
 * The key by which text is sorted and found: compatibility forms resolved, accents dropped, lower case, single
 * spaces, at most 191 characters. Stored beside the text, so that both databases sort alike.
 */
export function textSort(text: string): string {
  // Most names are plain ASCII, of which only the case and the spaces can vary.
  if (text.length <= 191 && PLAIN.test(text)) return text.toLowerCase();
  const plain = text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(/[\s\p{Cc}\p{Cs}]+/gu, ' ')
    .trim();
  return plain.length <= 191 ? plain : [...plain].slice(0, 191).join('').trimEnd();
}
