/** Why an asset leaves the register. */
export const RETIREMENT_REASONS = {
  SOLD: 'The freehold was sold.',
  TRANSFERRED: 'It was transferred to another public body or to the community.',
  LEASE_ENDED: "The council's own lease of it has ended.",
  DEMOLISHED: 'The building is gone.',
  MERGED: 'It is now part of another entry of the register.',
  REGISTERED_IN_ERROR: 'It was never an asset of the council, or stood on the register twice.',
  OTHER: 'Another reason, which the statement gives.',
} as const;

/** Why an asset leaves the register. */
export type RetirementReason = keyof typeof RETIREMENT_REASONS;

/** What somebody other than the council has taken on for an asset. */
export const STEWARD_RESPONSIBILITIES = {
  FULL_REPAIR_AND_RUNNING: 'Repairs, insurance and running: all of it, inside and out.',
  INTERNAL_REPAIR_AND_RUNNING: 'Running and repairs inside; the council keeps structure and outside.',
  RUNNING: 'The day-to-day running alone; the council repairs.',
  SHARED: 'Shared between the council and the steward, as their agreement says.',
} as const;

/** What somebody other than the council has taken on for an asset. */
export type StewardResponsibility = keyof typeof STEWARD_RESPONSIBILITIES;
