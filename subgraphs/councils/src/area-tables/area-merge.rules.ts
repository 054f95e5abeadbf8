import { AREA_NAME_SOURCES, type AreaNameSource } from './area-sources.law';

/** A name and where it comes from. */
export interface SourcedName {
  readonly name: string;
  readonly nameSource: AreaNameSource;
}

const SOURCES = Object.keys(AREA_NAME_SOURCES);

/** Which of two sources of a name is the weightier: positive when the first is. */
export function compareNameSources(one: AreaNameSource, other: AreaNameSource): number {
  return SOURCES.indexOf(one) - SOURCES.indexOf(other);
}

/** What becomes of a name when a file gives one. */
export interface NameMerge extends SourcedName {
  /** True when the area is called otherwise from now on. */
  readonly renamed: boolean;
  /** True when the file's name is another one and is not taken. */
  readonly variant: boolean;
}

/**
 * The name of an area after a file was read: the file's where its source is the weightier or, in a newer edition
 * of the same table, the same. So the order in which files are read does not matter.
 */
export function mergeName(stored: SourcedName, given: SourcedName): NameMerge {
  const weight = compareNameSources(given.nameSource, stored.nameSource);
  const differs = stored.name !== given.name;
  const taken = weight > 0 || (weight === 0 && given.nameSource !== 'RECORD');
  return {
    ...(taken ? given : stored),
    renamed: differs && taken,
    variant: differs && !taken,
  };
}

/** What becomes of a value when a file gives one. */
export interface ValueMerge<Value> {
  readonly value: Value | null;
  /** True when the value is another one from now on. */
  readonly changed: boolean;
  /** True when the file's value is another one and is not taken. */
  readonly variant: boolean;
}

/**
 * A value that a file gives beside the one on record: what was unknown is filled; what is known is overwritten only
 * where the file is told to weigh at least as much.
 */
export function mergeValue<Value>(
  known: Value | null,
  given: Value | null,
  overwrite = false,
): ValueMerge<Value> {
  if (given === null || given === known) return { value: known, changed: false, variant: false };
  const taken = known === null || overwrite;
  return { value: taken ? given : known, changed: taken, variant: !taken };
}
