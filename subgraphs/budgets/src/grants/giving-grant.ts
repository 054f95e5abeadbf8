import { penceToPounds, type Pence } from '@coop/shared/money';
import type { LocalDate } from '@coop/shared/time';

/** What a grant's record needs to be written in the 360Giving standard. */
export interface GrantRecord {
  readonly identifier: string;
  readonly title: string;
  readonly description: string;
  readonly awardedPence: Pence;
  readonly appliedForPence: Pence | null;
  readonly disbursedPence: Pence | null;
  readonly awardedOn: LocalDate;
  readonly startsOn: LocalDate | null;
  readonly endsOn: LocalDate | null;
  readonly durationMonths: number | null;
  readonly recipientIdentifier: string;
  readonly recipientName: string;
  readonly recipientCharityNumber: string | null;
  readonly recipientCompanyNumber: string | null;
  readonly recipientDetails: Readonly<
    Record<'street' | 'locality' | 'region' | 'country' | 'postcode' | 'description' | 'url', string | null>
  >;
  readonly place: {
    readonly name: string | null;
    readonly countryCode: string | null;
    readonly latitude: number | null;
    readonly longitude: number | null;
    readonly geoCode: string | null;
    readonly geoCodeType: string | null;
  } | null;
  readonly funderIdentifier: string;
  readonly funderName: string;
  readonly department: string | null;
  readonly programmeCode: string | null;
  readonly programmeTitle: string | null;
  readonly programmeUrl: string | null;
  readonly fromOpenCall: boolean | null;
  readonly relatedActivity: string | null;
  readonly url: string | null;
  readonly dataSource: string | null;
  readonly modifiedAt: Date | null;
}

/** Pence as the number of pounds that JSON writes: exact, since it is the shortest text that reads back the same. */
const amount = (pence: Pence | null): number | null => (pence === null ? null : Number(penceToPounds(pence)));

/** The parts that have a value; the standard leaves out what is not known. */
function known(part: Readonly<Record<string, unknown>>): Record<string, unknown> | null {
  const entries = Object.entries(part).filter(([, value]) => value !== null && value !== undefined);
  return entries.length === 0 ? null : Object.fromEntries(entries);
}

const listOf = (part: Readonly<Record<string, unknown>>): unknown[] | null => {
  const one = known(part);
  return one === null ? null : [one];
};

/** A grant as an object of the 360Giving standard 1.4. */
export function givingGrant(grant: GrantRecord): Record<string, unknown> {
  const { recipientDetails: details, place } = grant;
  return (
    known({
      id: grant.identifier,
      title: grant.title,
      description: grant.description,
      currency: 'GBP',
      amountAppliedFor: amount(grant.appliedForPence),
      amountAwarded: amount(grant.awardedPence),
      amountDisbursed: amount(grant.disbursedPence),
      awardDate: grant.awardedOn,
      url: grant.url,
      plannedDates: listOf({
        startDate: grant.startsOn,
        endDate: grant.endsOn,
        duration: grant.durationMonths,
      }),
      recipientOrganization: listOf({
        id: grant.recipientIdentifier,
        name: grant.recipientName,
        charityNumber: grant.recipientCharityNumber,
        companyNumber: grant.recipientCompanyNumber,
        streetAddress: details.street,
        addressLocality: details.locality,
        addressRegion: details.region,
        addressCountry: details.country,
        postalCode: details.postcode,
        description: details.description,
        url: details.url,
      }),
      beneficiaryLocation: place === null ? null : listOf({ ...place }),
      fundingOrganization: listOf({
        id: grant.funderIdentifier,
        name: grant.funderName,
        department: grant.department,
      }),
      grantProgramme: listOf({
        code: grant.programmeCode,
        title: grant.programmeTitle,
        url: grant.programmeUrl,
      }),
      fromOpenCall: grant.fromOpenCall === null ? null : grant.fromOpenCall ? 'Yes' : 'No',
      relatedActivity: grant.relatedActivity === null ? null : [grant.relatedActivity],
      dateModified: grant.modifiedAt?.toISOString(),
      dataSource: grant.dataSource,
    }) ?? {}
  );
}
