import type { OrganisationStanding } from './organisation-standing.law';

const ENDED =
  /^(?:dissolved|removed|deregistered|de-registered|cancelled|closed|converted|struck off|inactive)/i;
const CLOSING =
  /proposal to strike off|liquidation|administration|administrative receiver|receiver|voluntary arrangement|insolven|winding/i;
const ACTIVE = /^(?:active|registered|live|open)/i;

/** What a register's own words for the state of an entry come to. Words that nobody knows say nothing. */
export function standingOfStatus(status: string | null): OrganisationStanding {
  const text = status?.trim() ?? '';
  if (ENDED.test(text)) return 'ENDED';
  if (CLOSING.test(text)) return 'CLOSING';
  return ACTIVE.test(text) ? 'ACTIVE' : 'UNKNOWN';
}

/** The standing of a body from its entries: it stands as long as one of them does. */
export function standingOfEntries(entries: readonly OrganisationStanding[]): OrganisationStanding {
  for (const standing of ['ACTIVE', 'CLOSING', 'ENDED'] as const)
    if (entries.includes(standing)) return standing;
  return 'UNKNOWN';
}
