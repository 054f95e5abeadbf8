import { column } from '@coop/shared/persistence';

/**
 * The columns of `BroughtByGroup` as they were first created. Tables are made with them, so they stay as they are:
 * what is added later is added by a migration of each table.
 */
export const GROUP_COLUMNS = [
  column.text('group_name', 300),
  column.ref('group_organisation_id', { nullable: true }),
  column.code('group_kind', 32),
  column.text('group_evidence', 500, { nullable: true }),
  column.code('group_activities_in', 32),
  column.code('group_parish', 32, { nullable: true }),
  column.flag('group_distributes_surplus', { nullable: true }),
  column.flag('group_surplus_applied_locally', { nullable: true }),
  column.integer('group_member_count', { nullable: true }),
  column.integer('group_local_elector_count', { nullable: true }),
  column.flag('group_is_public_authority'),
  column.flag('group_is_credit_union'),
  column.text('group_contact', 500, { nullable: true }),
  column.text('submitted_by', 200),
] as const;
