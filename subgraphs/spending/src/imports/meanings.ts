import { PAYMENT_MEANINGS } from './payment-meanings';
import { PURPOSE_MEANINGS } from './purpose-meanings';

/**
 * The columns of published payments. The fields are those of the Local Government Transparency Code 2015 (paras.
 * 28–30: expenditure exceeding £500, and government procurement cards), the headers those of published files and of
 * the usual finance systems.
 */
export const MEANINGS = { ...PAYMENT_MEANINGS, ...PURPOSE_MEANINGS } as const;

/** A meaning by its key. */
export type Meaning = keyof typeof MEANINGS;

/** Every meaning, in the order of the table. */
export const MEANING_KEYS = Object.keys(MEANINGS) as Meaning[];

/** True for the key of a meaning. */
export const isMeaning = (key: string): key is Meaning => Object.hasOwn(MEANINGS, key);
