import { decide, problem, type Decision, type Problem } from '@coop/shared/problems';
import { placeOfDegrees, placeOfGrid, type Place } from './place';
import { REGISTER_RULE } from './register.law';
import { readPostcode, readUprn } from './register.rules';

/** Where an asset is, as somebody gives it: by one of the two systems. */
export interface LocationFacts {
  readonly easting?: number | null;
  readonly northing?: number | null;
  readonly latitude?: number | null;
  readonly longitude?: number | null;
}

/** Whether a location can be read, and what it is in both systems. */
export function readLocation(location: LocationFacts | null): Decision<{ readonly place: Place | null }> {
  if (location === null) return { ok: true, place: null };
  const { easting = null, northing = null, latitude = null, longitude = null } = location;
  const byGrid = easting !== null && northing !== null;
  const byDegrees = latitude !== null && longitude !== null;
  const given = [easting, northing, latitude, longitude].filter((value) => value !== null).length;
  const path = ['location'];
  if (given !== 2 || byGrid === byDegrees)
    return decide(
      [
        problem.invalidInput('Give either easting and northing, or latitude and longitude.', {
          path,
          rule: REGISTER_RULE,
        }),
      ],
      { place: null },
    );
  const place = byGrid ? placeOfGrid(easting, northing) : placeOfDegrees(Number(latitude), Number(longitude));
  const problems: Problem[] = place
    ? []
    : [
        problem.invalidInput(
          byGrid
            ? 'This lies outside the British National Grid (0 to 700,000 metres east, 0 to 1,300,000 north).'
            : 'This lies outside the United Kingdom (latitude 49 to 61.5, longitude -9 to 2.5).',
          { path, rule: REGISTER_RULE },
        ),
      ];
  return decide(problems, { place });
}

/** What may be said of an asset in text that has a form of its own; what is left out stays as it is. */
export interface DetailFacts {
  readonly name?: string | null | undefined;
  readonly reference?: string | null | undefined;
  readonly uprn?: string | null | undefined;
  readonly postcode?: string | null | undefined;
  readonly location?: LocationFacts | null | undefined;
}

/** The same in its proper form: only what was said. */
export interface ReadDetails {
  readonly name?: string;
  readonly reference?: string | null;
  readonly uprn?: string | null;
  readonly postcode?: string | null;
  readonly place?: Place | null;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Reads what has a form of its own, and says everything that is wrong with it at once. */
export function readDetails(facts: DetailFacts): Decision<{ readonly details: ReadDetails }> {
  const problems: Problem[] = [];
  const details: { -readonly [Key in keyof ReadDetails]: ReadDetails[Key] } = {};
  if (facts.name !== undefined) {
    details.name = oneLine(facts.name ?? '');
    if (details.name === '')
      problems.push(
        problem.invalidInput('Every asset needs a name.', { path: ['name'], rule: REGISTER_RULE }),
      );
  }
  if (facts.reference !== undefined) details.reference = oneLine(facts.reference ?? '') || null;
  if (facts.uprn !== undefined) {
    const read = readUprn(facts.uprn);
    if (read.ok) details.uprn = read.uprn;
    else problems.push(...read.problems);
  }
  if (facts.postcode !== undefined) {
    const read = readPostcode(facts.postcode);
    if (read.ok) details.postcode = read.postcode;
    else problems.push(...read.problems);
  }
  if (facts.location !== undefined) {
    const read = readLocation(facts.location);
    if (read.ok) details.place = read.place;
    else problems.push(...read.problems);
  }
  return decide(problems, { details });
}
