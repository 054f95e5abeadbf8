import 'reflect-metadata';
import type { SubgraphDefinition } from '@coop/shared/graphql';
import { cards } from './cards/cards.feature';
import { duplicates } from './duplicates/duplicates.feature';
import { fraud } from './fraud/fraud.feature';
import { imports } from './imports/imports.feature';
import { payments } from './payments/payment.feature';
import { redaction } from './redaction/redaction.feature';
import { foreignNouns } from './stubs';
import { summaries } from './summary/summary.feature';
import { suppliers } from './suppliers/supplier.feature';
import { transparency } from './transparency/transparency.feature';

/** What councils pay, and to whom: published payments in; totals, shares, duplicates and controls out. */
export const spending: SubgraphDefinition = {
  name: 'spending',
  description:
    'What councils pay, and to whom: payments as published, totals and shares, suppliers, duplicates and controls.',
  features: [
    foreignNouns,
    suppliers,
    payments,
    redaction,
    imports,
    summaries,
    transparency,
    cards,
    fraud,
    // Last, so that the demo world is searched when all of it is there.
    duplicates,
  ],
};
