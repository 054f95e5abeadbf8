import { appendAudit } from './audit';
import type { AuditFacts, CommandContext, Tx } from './command';
import { assertKnown } from './define-command';
import { Transaction } from './transaction';

/** A chunk of a bulk write: may also write the one audit entry of the whole. */
export interface BulkTx extends Tx {
  /** Appends to the audit trail; once, in the transaction that completes the whole. */
  record(facts: AuditFacts): Promise<void>;
}

class BulkTransaction extends Transaction implements BulkTx {
  constructor(
    manager: Tx['manager'],
    private readonly bulk: CommandContext,
    private readonly action: string,
  ) {
    super(manager, bulk);
  }

  record(facts: AuditFacts): Promise<void> {
    return appendAudit(this.manager, this.bulk, this.action, facts);
  }
}

/**
 * One chunk of a bulk write, in one transaction: for imports, which write thousands of rows and are audited
 * once, when they are complete. Between chunks other writers get their turn.
 * @param name the action in the audit trail: `assetsImport`
 */
export async function bulkWrite<Result>(
  context: CommandContext,
  { name }: { readonly name: string },
  work: (tx: BulkTx) => Promise<Result>,
): Promise<Result> {
  assertKnown(context);
  return context.database.transaction((manager) => work(new BulkTransaction(manager, context, name)));
}
