import 'reflect-metadata';
import type { SubgraphDefinition } from '@coop/shared/graphql';
import { areas } from './areas/area.feature';
import { boundaries } from './boundaries/boundary.feature';
import { coOperative } from './co-operative/co-operative.feature';
import { councillors } from './councillors/councillor.feature';
import { decisions } from './decisions/decision.feature';
import { neighbourhoods } from './neighbourhoods/neighbourhood.feature';
import { organisations } from './organisations/organisation.feature';
import { powerUses } from './power-uses/power-use.feature';
import { sharedServices } from './shared-services/shared-service.feature';

/** The directory: councils, wards, neighbourhoods, organisations, and what they decided. */
export const councils: SubgraphDefinition = {
  name: 'councils',
  description:
    'The directory of councils, wards, neighbourhoods and organisations, and their public decisions.',
  features: [
    areas,
    boundaries,
    neighbourhoods,
    coOperative,
    organisations,
    councillors,
    decisions,
    powerUses,
    sharedServices,
  ],
};
