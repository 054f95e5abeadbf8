import { defineLifecycle } from '@coop/shared/lifecycle';

/**
 * The life of an import of payments, as it is shown. Beneath it is the life of its run (`importRunLifecycle`), which
 * tells apart whether what is no longer shown is deleted yet, and not why it is gone.
 */
export const spendImportLifecycle = defineLifecycle({
  name: 'Import of payments',
  initial: 'LOADING',
  states: {
    LOADING: 'Its file is being read; its payments are not shown yet.',
    COMPLETE: 'Its payments stand.',
    SUPERSEDED: 'Another import stands in its place; its payments are not shown.',
    WITHDRAWN: 'It was taken back; its payments are not shown.',
    ABANDONED: 'It broke off before its end; nothing of it was kept.',
  },
  edges: [
    { action: 'complete', from: ['LOADING'], to: ['COMPLETE'], by: 'import' },
    { action: 'abandon', from: ['LOADING'], to: ['ABANDONED'], by: 'clean-up' },
    { action: 'supersede', from: ['COMPLETE'], to: ['SUPERSEDED'], by: 'officer or administrator' },
    { action: 'withdraw', from: ['COMPLETE'], to: ['WITHDRAWN'], by: 'officer or administrator' },
  ],
});
