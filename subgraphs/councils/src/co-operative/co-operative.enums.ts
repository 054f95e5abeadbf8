import { graphqlEnum } from '@coop/shared/graphql';

/** Ways in which a council works co-operatively. */
export const CoOperativeApproach = graphqlEnum(
  'CoOperativeApproach',
  'A way in which a council works co-operatively.',
  {
    ASSETS_TO_COMMUNITIES: 'Passes buildings and land, or the care of them, to communities.',
    EMPLOYEE_LED_MUTUALS: 'Lets staff form mutuals that deliver services.',
    NEIGHBOURHOOD_SERVICES: 'Runs services at the level of neighbourhoods, with their people.',
    STAFF_VOLUNTEERING: 'Gives its staff days to volunteer.',
    DEVOLVED_BUDGETS: 'Lets neighbourhoods and ward councillors decide on budgets.',
  },
);
export type CoOperativeApproach = keyof typeof CoOperativeApproach;

/** Who made a commitment. */
export const CommitmentMaker = graphqlEnum('CommitmentMaker', 'Who made a co-operative commitment.', {
  COUNCIL: 'The council itself.',
  OPPOSITION_GROUP: 'A group on the council that is not in control of it.',
});
export type CommitmentMaker = keyof typeof CommitmentMaker;
