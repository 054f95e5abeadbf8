import { accept, problem, refuse, type Decision } from '@coop/shared/problems';
import {
  HOLDING_TYPE_WORDS,
  REGISTER_RULE,
  TENURE_DETAIL_WORDS,
  TENURE_WORDS,
  type HoldingType,
  type Tenure,
  type TenureDetail,
} from './register.law';

/**
 * Reads a unique property reference number: 1 to 12 digits, leading zeros dropped, since registers pad them
 * differently. Blank is no number and no error: the Code asks for one, but many assets have none.
 */
export function readUprn(text: string | null): Decision<{ readonly uprn: string | null }> {
  const body = (text ?? '').trim();
  if (body === '') return accept({ uprn: null });
  const digits = body.replace(/^0+(?=\d)/, '');
  if (!/^\d{1,12}$/.test(body) || digits === '0')
    return refuse(
      problem.invalidInput('A UPRN is a number of 1 to 12 digits, other than 0.', {
        path: ['uprn'],
        rule: REGISTER_RULE,
      }),
    );
  return accept({ uprn: digits });
}

/** How much of a postcode is there: all of it, or only its outward half (`M31`), as some registers give. */
export type PostcodePrecision = 'UNIT' | 'DISTRICT';

// The patterns that Royal Mail allocates: A9, A99, AA9, AA99, A9A, AA9A, then a digit and two letters, of which
// C, I, K, M, O and V are not used; GIR 0AA stands alone.
const OUTWARD = /^[A-PR-UWYZ](?:\d|\d\d|[A-HK-Y]\d|[A-HK-Y]\d\d|\d[A-HJKPSTUW]|[A-HK-Y]\d[ABEHMNPRVWXY])$/;
const INWARD = /^\d[ABD-HJLNP-UW-Z]{2}$/;

/**
 * Reads a postcode and writes it as people do: capitals, one space before the last three characters. Its form is
 * checked, not whether it is in use.
 */
export function readPostcode(
  text: string | null,
): Decision<{ readonly postcode: string | null; readonly precision: PostcodePrecision | null }> {
  const body = (text ?? '').toUpperCase().replace(/[\s.,;]+/g, '');
  if (body === '') return accept({ postcode: null, precision: null });
  if (body === 'GIR0AA') return accept({ postcode: 'GIR 0AA', precision: 'UNIT' });
  if (OUTWARD.test(body)) return accept({ postcode: body, precision: 'DISTRICT' });
  const outward = body.slice(0, -3);
  const inward = body.slice(-3);
  if (OUTWARD.test(outward) && INWARD.test(inward))
    return accept({ postcode: `${outward} ${inward}`, precision: 'UNIT' });
  return refuse(
    problem.invalidInput('This is not the form of a United Kingdom postcode.', {
      path: ['postcode'],
      rule: REGISTER_RULE,
    }),
  );
}

const plain = (text: string | null) =>
  (text ?? '')
    .trim()
    .toLowerCase()
    .replace(/[\s\-–_]+/g, ' ');

/** The value of a word, own keys only: registers are strangers' files, and `constructor` is a word too. */
const valueOf = <Value>(words: string, table: Readonly<Record<string, Value>>): Value | undefined =>
  Object.hasOwn(table, words) ? table[words] : undefined;

/** The tenure that a published register's words mean; OTHER for words that are none of the known ones. */
export function readTenure(text: string | null): Tenure {
  const words = plain(text);
  return words === '' ? 'UNKNOWN' : (valueOf(words, TENURE_WORDS) ?? 'OTHER');
}

/**
 * The detail of tenure that a published register's words mean; OTHER for words that are none of the known ones
 * (`Leasehold In` among them: it says how the council holds the asset, not who has the use of it).
 */
export function readTenureDetail(text: string | null): TenureDetail {
  const words = plain(text);
  return words === '' ? 'UNKNOWN' : (valueOf(words, TENURE_DETAIL_WORDS) ?? 'OTHER');
}

/** The type of holding that a published register's words mean; UNKNOWN for words that are none of the known ones. */
export function readHoldingType(text: string | null): HoldingType {
  return valueOf(plain(text), HOLDING_TYPE_WORDS) ?? 'UNKNOWN';
}
