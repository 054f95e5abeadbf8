import type { ValueTransformer } from 'typeorm';
import { assertPence } from '../money';
import { isLocalDate } from '../time';

type Nullable<T> = T | null | undefined;

function eachPresent(to: (value: never) => unknown, from: (value: never) => unknown): ValueTransformer {
  return {
    to: (value: Nullable<never>) => (value === null || value === undefined ? value : to(value)),
    from: (value: Nullable<never>) => (value === null || value === undefined ? value : from(value)),
  };
}

/** A number out of the database that must be a safe whole one; drivers give BIGINT and SUM() as text. */
export function safeNumber(value: string | number | bigint | null): number {
  const number = Number(value ?? 0);
  if (!Number.isSafeInteger(number)) throw new RangeError(`Not a safe whole number: ${String(value)}`);
  return number;
}

function assertInteger(value: number): number {
  if (!Number.isInteger(value) || Math.abs(value) > 2_147_483_647)
    throw new RangeError(`Not a whole number of 32 bits: ${value}`);
  return value;
}

function assertReal(value: number): number {
  if (!Number.isFinite(value)) throw new RangeError(`Not a finite number: ${value}`);
  return value;
}

function assertDay(value: string): string {
  if (!isLocalDate(value)) throw new RangeError(`Not a day: ${value}`);
  return value;
}

/** One database would store what the other refuses; so both refuse here, before the statement. */
export const transformers = {
  pence: eachPresent(assertPence, safeNumber),
  integer: eachPresent(assertInteger, safeNumber),
  real: eachPresent(assertReal, Number),
  day: eachPresent(assertDay, String),
  json: eachPresent(JSON.stringify, JSON.parse),
} as const;
