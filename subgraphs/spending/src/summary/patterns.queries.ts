import { Money, type RequestContext } from '@coop/shared/graphql';
import { nameOfGroup } from './group-names.queries';
import { spendRows } from './spend-rows.queries';
import { paidIn, shareOf } from './summary.queries';
import type { FragmentationGrouping } from './summary.enums';
import { JointBuyingShare, JointSupplier, SpendFragment, type SpendFilter } from './summary.types';

const KEYS = { CATEGORY: 'category', PURPOSE: 'purpose', DEPARTMENT: 'department' } as const;

interface Spread {
  readonly payees: Map<string, number>;
  pence: number;
  payments: number;
}

/** How the spending on each thing is spread over suppliers, those with the most suppliers first. */
export async function fragmentation(
  context: RequestContext,
  councils: readonly string[],
  filter: SpendFilter,
  groupBy: FragmentationGrouping,
  first: number,
): Promise<SpendFragment[]> {
  const payee = councils.length === 1 ? 'payee' : 'party';
  const rows = await spendRows(context.database.reader, councils, filter, [KEYS[groupBy], payee]);
  const spreads = new Map<string, Spread>();
  for (const { keys, pence, payments } of rows) {
    const [key = '', who = ''] = keys;
    const spread = spreads.get(key) ?? { payees: new Map<string, number>(), pence: 0, payments: 0 };
    spread.payees.set(who, (spread.payees.get(who) ?? 0) + pence);
    spread.pence += pence;
    spread.payments += payments;
    spreads.set(key, spread);
  }
  const widest = [...spreads].sort(
    ([a, one], [b, other]) =>
      other.payees.size - one.payees.size || other.pence - one.pence || (a < b ? -1 : 1),
  );
  return Promise.all(
    widest.slice(0, first).map(async ([key, { payees, pence, payments }]) =>
      Object.assign(new SpendFragment(), {
        key,
        label: (await nameOfGroup(context, { councils, groupBy }, key)).label,
        supplierCount: payees.size,
        paymentCount: payments,
        total: Money.of(pence),
        largestShare: shareOf(
          [...payees.values()].reduce((most, one) => Math.max(most, one), 0),
          paidIn([...payees.values()].map((one) => ({ pence: one }))),
        ),
      }),
    ),
  );
}

/**
 * The suppliers that several councils pay, the largest first. Natural persons are left out: that two councils pay
 * people of one name means nothing; nor that both have sundry suppliers, or name nobody.
 */
export async function jointSuppliers(
  context: RequestContext,
  councils: readonly string[],
  filter: SpendFilter,
  first: number,
): Promise<JointSupplier[]> {
  const rows = await spendRows(context.database.reader, councils, filter, ['party', 'gssCode', 'sector']);
  const parties = new Map<
    string,
    { pence: number; payments: number; shares: Map<string, { pence: number; payments: number }> }
  >();
  for (const { keys, pence, payments } of rows) {
    const [party = '', gssCode = '', sector] = keys;
    if (sector === 'INDIVIDUAL' || party === '') continue;
    const sum = parties.get(party) ?? { pence: 0, payments: 0, shares: new Map() };
    const share = sum.shares.get(gssCode) ?? { pence: 0, payments: 0 };
    sum.shares.set(gssCode, { pence: share.pence + pence, payments: share.payments + payments });
    sum.pence += pence;
    sum.payments += payments;
    parties.set(party, sum);
  }
  const shared = [...parties]
    .filter(([, { shares }]) => shares.size > 1)
    .sort(([a, one], [b, other]) => other.pence - one.pence || (a < b ? -1 : 1))
    .slice(0, first);
  return Promise.all(
    shared.map(async ([party, { pence, payments, shares }]) => {
      const { label, supplier } = await nameOfGroup(context, { councils, groupBy: 'SUPPLIER' }, party);
      return Object.assign(new JointSupplier(), {
        name: label,
        organisation: supplier?.organisationId ? { id: supplier.organisationId } : null,
        total: Money.of(pence),
        paymentCount: payments,
        councils: [...shares]
          .sort(([a, one], [b, other]) => other.pence - one.pence || (a < b ? -1 : 1))
          .map(([gssCode, share]) =>
            Object.assign(new JointBuyingShare(), {
              council: { gssCode },
              total: Money.of(share.pence),
              paymentCount: share.payments,
            }),
          ),
      });
    }),
  );
}
