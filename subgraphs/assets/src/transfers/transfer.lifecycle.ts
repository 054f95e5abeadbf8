import { defineLifecycle } from '@coop/shared/lifecycle';

/** The life of a community asset transfer: policy, not statute, but for what undervalue and listed land ask. */
export const transferLifecycle = defineLifecycle({
  name: 'Transfer',
  initial: 'ENQUIRY',
  states: {
    ENQUIRY: 'A group has asked about an asset.',
    EXPRESSION_OF_INTEREST: 'The group has set out what it wants the asset for.',
    BUSINESS_CASE: 'The group has handed in its business case; the council has to decide.',
    APPROVED: 'The council has approved the transfer.',
    HEADS_OF_TERMS: 'Council and group have agreed the heads of terms.',
    COMPLETED: 'The lease is granted or the freehold transferred; reviews follow.',
    DECLINED: 'The council has said no, with its reasons.',
    WITHDRAWN: 'The group has taken its wish back.',
    ENDED: 'The lease has ended or the asset has come back to the council.',
  },
  edges: [
    { action: 'expressInterest', from: ['ENQUIRY'], to: ['EXPRESSION_OF_INTEREST'], by: 'group' },
    { action: 'submitCase', from: ['EXPRESSION_OF_INTEREST'], to: ['BUSINESS_CASE'], by: 'group' },
    { action: 'decide', from: ['BUSINESS_CASE'], to: ['APPROVED', 'DECLINED'], by: 'officer' },
    {
      action: 'decline',
      from: ['ENQUIRY', 'EXPRESSION_OF_INTEREST', 'APPROVED', 'HEADS_OF_TERMS'],
      to: ['DECLINED'],
      by: 'officer',
    },
    { action: 'agreeTerms', from: ['APPROVED'], to: ['HEADS_OF_TERMS'], by: 'officer' },
    { action: 'complete', from: ['HEADS_OF_TERMS'], to: ['COMPLETED'], by: 'officer' },
    { action: 'review', from: ['COMPLETED'], to: ['COMPLETED'], by: 'officer' },
    { action: 'end', from: ['COMPLETED'], to: ['ENDED'], by: 'officer' },
    {
      action: 'withdraw',
      from: ['ENQUIRY', 'EXPRESSION_OF_INTEREST', 'BUSINESS_CASE', 'APPROVED', 'HEADS_OF_TERMS'],
      to: ['WITHDRAWN'],
      by: 'group',
    },
  ],
});

/** Where a community asset transfer stands. */
export type TransferState = (typeof transferLifecycle.stateNames)[number];
