/** Whether a body still stands, as the public registers that it is in tell. */
export const ORGANISATION_STANDINGS = {
  ACTIVE: 'At least one register says that it stands.',
  CLOSING: 'It stands, but is insolvent, in liquidation, or about to be struck off.',
  ENDED: 'Dissolved, removed or deregistered, in every register whose entry is known.',
  UNKNOWN: 'No register has been read about it.',
} as const;

/** Code of a standing. */
export type OrganisationStanding = keyof typeof ORGANISATION_STANDINGS;
