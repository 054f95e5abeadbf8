import { defineCommand, done, type Tx } from '@coop/shared/commands';
import { refuse } from '@coop/shared/problems';
import { contentCode } from '@coop/shared/persistence';
import { examinePayments } from '../access';
import { CardBreach } from './card-breach.entity';
import { CardControlsRunInput } from './card-inputs.types';
import { CardLimit } from './card.entity';
import { breachKey, findBreaches, type BreachFinding } from './card-controls.rules';
import { CardPolicy } from './card-policy.entity';
import { purchasesOf, type KnownPurchase } from './purchases.queries';

/**
 * Checks all purchases by card of a council against its policy, and keeps the breaches. What people made of a breach
 * stays; a breach that is found no more goes, unless somebody has dealt with it.
 */
export async function checkCards(tx: Tx, gssCode: string): Promise<{ purchases: number; found: number }> {
  const policies = await tx.manager.findBy(CardPolicy, { gssCode });
  const limits = await tx.manager.findBy(CardLimit, { gssCode });
  const purchases = await purchasesOf(tx.manager, gssCode);
  const findings = findBreaches(
    purchases,
    policies.map(({ title, section, url, ...policy }) => ({ ...policy, rule: { title, section, url } })),
    limits.map(({ cardId: card, ...limit }) => ({ ...limit, card })),
    tx.today,
  );
  const there = new Map(
    (await tx.manager.findBy(CardBreach, { gssCode })).map((row) => [row.breachKey, row]),
  );
  const added: Partial<CardBreach>[] = [];
  for (const finding of findings) {
    const facts = factsOf(finding);
    const existing = there.get(facts.breachKey);
    there.delete(facts.breachKey);
    if (!existing)
      added.push({ ...facts, id: tx.newId('breach'), gssCode, foundOn: tx.today, state: 'OPEN' });
    else if (existing.state === 'OPEN' ? differs(existing, facts) : !existing.isCurrent) {
      const row = await tx.lock(CardBreach, existing.id);
      // What was dealt with stands as it was when it was dealt with.
      if (row) await tx.update(Object.assign(row, row.state === 'OPEN' ? facts : { isCurrent: true }));
    }
  }
  await tx.insertMany(CardBreach, added);
  for (const { id } of there.values()) {
    const row = await tx.lock(CardBreach, id);
    if (row?.state === 'OPEN') await tx.remove(row);
    else if (row?.isCurrent) await tx.update(Object.assign(row, { isCurrent: false }));
  }
  return { purchases: purchases.length, found: findings.length };
}

function factsOf(finding: BreachFinding) {
  const purchases = finding.purchases as readonly KnownPurchase[];
  return {
    breachKey: contentCode(breachKey(finding), 26),
    kind: finding.kind,
    cardId: finding.card,
    boughtOn: finding.day,
    amountPence: finding.amountPence,
    figure: finding.figure,
    fence: finding.fence,
    rule: finding.rule,
    paymentIds: purchases.flatMap(({ paymentIds }) => paymentIds),
    transactionIds: purchases.flatMap(({ transactionId }) => transactionId ?? []),
    isCurrent: true,
  };
}

type Facts = ReturnType<typeof factsOf>;

const differs = (row: CardBreach, facts: Facts): boolean =>
  JSON.stringify(Object.keys(facts).map((name) => row[name as keyof Facts])) !==
  JSON.stringify(Object.values(facts));

/** `cardControlsRun`. */
export const runCardControls = defineCommand({
  name: 'cardControlsRun',
  input: CardControlsRunInput,
  async handle(tx, { council }) {
    const denied = tx.demand(examinePayments, { gssCode: council });
    if (denied.length > 0) return refuse(...denied);
    const report = await checkCards(tx, council);
    return done({ council, subject: `council_${council}`, changes: report, receipt: report });
  },
});
