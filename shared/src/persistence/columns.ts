import { Column, PrimaryColumn, type ColumnOptions } from 'typeorm';
import { columnTypes } from './column-types';
import { transformers } from './transformers';

/** What every column may be told. */
export interface ColumnChoices {
  /** Left out, the column is NOT NULL. */
  readonly nullable?: boolean;
  /** Name in the database; left out, the property's name in snake_case. */
  readonly name?: string;
  /** Value of a row that does not say; needed when a column is added to a table that has rows. */
  readonly default?: string | number | boolean;
  /** Part of the primary key. */
  readonly primary?: boolean;
}

const column = (type: ColumnOptions, choices: ColumnChoices = {}): PropertyDecorator =>
  choices.primary ? PrimaryColumn({ ...type, ...choices } as never) : Column({ ...type, ...choices });

/** The row's own id: a typed ULID, or the code of an official area; the primary key. */
export const IdColumn = (): PropertyDecorator => column(columnTypes.id, { primary: true });

/** The id of another row, in this database or in another subgraph's. */
export const RefColumn = (choices?: ColumnChoices): PropertyDecorator => column(columnTypes.id, choices);

/** A code with a greatest length: GSS code 9, an enum's value, a postcode. */
export const CodeColumn = (length: number, choices?: ColumnChoices): PropertyDecorator =>
  column(columnTypes.code(length), choices);

/** Text for people, up to `length` characters; `long` up to 16 MiB, not to be sorted or filtered by. */
export const TextColumn = (length: number | 'long', choices?: ColumnChoices): PropertyDecorator =>
  column(columnTypes.text(length), choices);

/** A `LocalDate`, kept as ten characters. */
export const DayColumn = (choices?: ColumnChoices): PropertyDecorator =>
  column({ ...columnTypes.day, transformer: transformers.day }, choices);

/** A `Date`: an instant in UTC with milliseconds, always set in code and never by the database. */
export const InstantColumn = (choices?: ColumnChoices): PropertyDecorator =>
  column(columnTypes.instant, choices);

/** Whole pence, BIGINT in the database and a safe number in code; a RangeError beyond 2^53. */
export const PenceColumn = (choices?: ColumnChoices): PropertyDecorator =>
  column({ ...columnTypes.pence, transformer: transformers.pence }, choices);

/** A whole number of 32 bits. */
export const IntegerColumn = (choices?: ColumnChoices): PropertyDecorator =>
  column({ ...columnTypes.integer, transformer: transformers.integer }, choices);

/** A floating-point number of 64 bits: a coordinate, a share; never money. */
export const RealColumn = (choices?: ColumnChoices): PropertyDecorator =>
  column({ ...columnTypes.real, transformer: transformers.real }, choices);

/** True or false. */
export const FlagColumn = (choices?: ColumnChoices): PropertyDecorator => column(columnTypes.flag, choices);

/** A JSON value, kept as text: the databases' own JSON types differ. */
export const JsonColumn = (choices?: ColumnChoices): PropertyDecorator =>
  column({ ...columnTypes.json, transformer: transformers.json }, choices);

/** How often the row was written, from 1; kept by the door for writes and shown to clients as `version`. */
export const VersionColumn = (): PropertyDecorator =>
  column({ ...columnTypes.integer, transformer: transformers.integer });
