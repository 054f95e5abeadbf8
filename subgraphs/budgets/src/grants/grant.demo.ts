import type { DemoWorld } from '@coop/shared/graphql';
import { fixedId } from '@coop/shared/ids';
import { addDays, addMonths } from '@coop/shared/time';
import { GRANT_FACTS } from './grant.facts';
import { Grant } from './grant.entity';

/** The grants of the demo world. */
export async function grantsDemo({ tx, now, today }: DemoWorld): Promise<void> {
  for (const { key, council: gssCode, budget, title, recipient, organisation, ...fact } of GRANT_FACTS) {
    const awardedOn = addDays(today, -fact.daysAgo);
    await tx.insert(Grant, {
      ...{ id: fixedId('grant', key), gssCode, identifier: `360G-example-${key}`, title },
      fundId: budget === null ? null : fixedId('communitybudget', budget),
      description: 'Made up for demonstration.',
      ...{ awardedPence: Math.round(fact.pounds * 100), awardedOn, startsOn: awardedOn },
      ...{ endsOn: addMonths(awardedOn, fact.months), durationMonths: fact.months },
      ...{ recipientIdentifier: `360G-example-${organisation ?? key}`, recipientName: recipient },
      recipientOrganisationId: organisation === null ? null : fixedId('organisation', organisation),
      recipientDetails: {
        ...{ street: null, locality: null, region: null, country: 'England', postcode: null },
        ...{ description: null, url: null },
      },
      place: {
        ...{
          name: null,
          countryCode: 'GB',
          latitude: null,
          longitude: null,
          geoCode: gssCode,
          geoCodeType: null,
        },
      },
      ...{ funderIdentifier: `360G-example-${gssCode}`, funderName: 'Council (example)', modifiedAt: now },
      ...{ programmeCode: 'COMMUNITY', programmeTitle: 'Community grants (example)', fromOpenCall: true },
      ...{ importRunId: '', illustrative: true },
    });
  }
}
