import type { Rule } from '@coop/shared/problems';

/** The policy that the answers of this folder cite. */
export const PLAN_RULES = {
  plan: {
    title: 'Community Budgets Prospectus (Department for Communities and Local Government, October 2011)',
    section: 'operational plans: package of services, funds and other resources, accountability',
    url: 'https://www.gov.uk/government/publications/community-budgets-prospectus',
  },
} as const satisfies Record<string, Rule>;

/** What a plan's services are run with, beside the money in the ledger. */
export const RESOURCE_KINDS = {
  FUNDS: 'Money, pooled or aligned; the ledger says where it is.',
  STAFF: 'People: posts, secondments, volunteers.',
  PREMISES: 'Buildings, rooms, land.',
  EQUIPMENT: 'Vehicles, machines, things.',
  INFORMATION: 'Data and systems that partners share.',
} as const;

/** Code of a kind of resource. */
export type PlanResourceKind = keyof typeof RESOURCE_KINDS;
