import { AuditEntry, AuditTail } from './audit.entity';
import { Claim } from './claim.entity';
import { IdempotencyKey } from './idempotency.entity';
import { ImportChange, ImportProblem, ImportRun } from './import.entity';
import { Claims1700000000100, Kernel1700000000000 } from './migrations';

export {
  importRunLifecycle,
  UNSEEN_STATES,
  type ImportRunAction,
  type ImportRunState,
} from './import-run.lifecycle';
export { AuditEntry, AuditTail, Claim, IdempotencyKey, ImportChange, ImportProblem, ImportRun };

/** Entities of the kernel, in every database. */
export const KERNEL_ENTITIES = [
  AuditEntry,
  AuditTail,
  Claim,
  IdempotencyKey,
  ImportRun,
  ImportProblem,
  ImportChange,
];

/** Their migrations, which run before a subgraph's own. */
export const KERNEL_MIGRATIONS = [Kernel1700000000000, Claims1700000000100];
