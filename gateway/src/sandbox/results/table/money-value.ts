/** The fields of money in this graph; an answer may hold any of them. */
const FIELDS = new Set(['pence', 'pounds', 'formatted', '__typename']);
const POUNDS = /^-?\d{1,14}\.\d{2}$/;
const FORMATTED = /^-?£[\d,]{1,18}\.\d{2}$/;

/** The whole pence of an object that is money by its fields; null for any other object. */
export function penceOf(value: Readonly<Record<string, unknown>>): number | null {
  for (const name of Object.keys(value)) if (!FIELDS.has(name)) return null;
  const { pence, pounds, formatted } = value;
  if (typeof pence === 'number') return Number.isSafeInteger(pence) ? pence : null;
  if (typeof pounds === 'string' && POUNDS.test(pounds)) return penceOfText(pounds);
  if (typeof formatted === 'string' && FORMATTED.test(formatted)) return penceOfText(formatted);
  return null;
}

/** Both ways of writing have two places, so the digits alone are the pence. */
function penceOfText(text: string): number | null {
  const pence = Number(text.replace(/[£,.]/g, ''));
  return Number.isSafeInteger(pence) ? pence : null;
}
