/** What runs of imports of payments are called, here and in the audit trail. */
export const KIND = 'spending';
