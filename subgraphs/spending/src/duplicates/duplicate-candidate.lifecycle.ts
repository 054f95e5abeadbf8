import { defineLifecycle } from '@coop/shared/lifecycle';

/** The life of a possible duplicate: what people make of it. A scan that finds it again changes none of it. */
export const duplicateCandidateLifecycle = defineLifecycle({
  name: 'Possible duplicate',
  initial: 'OPEN',
  states: {
    OPEN: 'Nobody has judged it yet.',
    UNDER_ENQUIRY: 'Somebody is asking the supplier or the department about it.',
    DUPLICATE: 'It was paid twice.',
    NOT_DUPLICATE: 'Two payments were due.',
    RECODING: 'One payment, booked to another cost code: no money left twice.',
  },
  edges: [
    {
      action: 'judge',
      from: ['OPEN', 'UNDER_ENQUIRY', 'DUPLICATE', 'NOT_DUPLICATE', 'RECODING'],
      to: ['UNDER_ENQUIRY', 'DUPLICATE', 'NOT_DUPLICATE', 'RECODING'],
      by: 'finance officer or auditor',
    },
  ],
});

/** What people make of a possible duplicate. */
export type DuplicateVerdict = (typeof duplicateCandidateLifecycle.stateNames)[number];
