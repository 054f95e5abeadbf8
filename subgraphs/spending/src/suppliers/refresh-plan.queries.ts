import { In, IsNull, LessThan, type EntityManager } from 'typeorm';
import { instantOf } from '@coop/shared/time';
import {
  askDirectory,
  organisationFacts,
  type DirectoryAnswer,
  type DirectoryCaller,
} from './directory.queries';
import { isRedactedName, type OrganisationFacts } from './supplier-facts.rules';
import type { Supplier } from './supplier.entity';
import { visibleSuppliers } from './supplier.queries';

/** What the directory says of one supplier record. */
export type RefreshStep =
  /** Which organisation it is, or that it is none that is known. */
  | { readonly supplier: string; readonly match: DirectoryAnswer }
  /** What is known now of the organisation that it is already matched to; null when the directory lost it. */
  | { readonly supplier: string; readonly facts: OrganisationFacts | null };

/** The records of a council that nobody has looked for yet, some of them. One statement. */
export function openSuppliers(reader: EntityManager, gssCode: string, most: number): Promise<Supplier[]> {
  return visibleSuppliers(reader)
    .andWhere({ gssCode, matchState: 'OPEN', isRedacted: false })
    .orderBy('supplier.nameSort')
    .addOrderBy('supplier.id')
    .limit(most)
    .getMany();
}

/** The records of a council whose facts are the oldest, some of them; persons chose or declined some. */
function oldestSuppliers(reader: EntityManager, gssCode: string, most: number): Promise<Supplier[]> {
  return visibleSuppliers(reader)
    .andWhere({ gssCode, isRedacted: false, matchState: In([...LOOKED_FOR]) })
    .orderBy('supplier.factsReadAt')
    .addOrderBy('supplier.id')
    .limit(most)
    .getMany();
}

const LOOKED_FOR = ['MATCHED', 'CONFIRMED', 'AMBIGUOUS', 'NONE'] as const;
const DAY = 86_400_000;

/** How many records of a council nobody has asked the directory about within a day, and could. One statement. */
export function unaskedSuppliers(manager: EntityManager, gssCode: string, now: Date): Promise<number> {
  const own = { gssCode, isRedacted: false };
  return visibleSuppliers(manager)
    .andWhere([
      { ...own, matchState: 'OPEN' },
      { ...own, matchState: In([...LOOKED_FOR]), factsReadAt: IsNull() },
      {
        ...own,
        matchState: In([...LOOKED_FOR]),
        factsReadAt: LessThan(instantOf(now.getTime() - DAY)),
      },
    ])
    .getCount();
}

/**
 * Asks the directory about suppliers.
 * @throws GraphUnavailable when it cannot be asked
 */
export async function planFor(
  caller: DirectoryCaller,
  suppliers: readonly Supplier[],
): Promise<RefreshStep[]> {
  const known = suppliers.filter(({ organisationId }) => organisationId !== null);
  const unknown = suppliers.filter(({ organisationId }) => organisationId === null);
  // A word that stands for a person's name means no organisation.
  const persons = unknown.filter(({ isRedacted, name }) => isRedacted || isRedactedName(name));
  const named = unknown.filter((supplier) => !persons.includes(supplier));
  const facts = await organisationFacts(
    caller,
    known.map(({ organisationId }) => organisationId ?? ''),
  );
  const answers = await askDirectory(caller, named);
  return [
    ...known.map(({ id, organisationId }) => ({
      supplier: id,
      facts: facts.get(organisationId ?? '') ?? null,
    })),
    ...persons.map(({ id }) => ({ supplier: id, match: { outcome: 'NONE' } as const })),
    ...named.map(({ id }) => ({ supplier: id, match: answers.get(id) ?? ({ outcome: 'NONE' } as const) })),
  ];
}

/**
 * Asks the directory about some of a council's suppliers: those that nobody has looked for, then the longest unasked.
 * @throws GraphUnavailable when it cannot be asked
 */
export async function refreshPlan(
  caller: DirectoryCaller,
  reader: EntityManager,
  gssCode: string,
  most: number,
): Promise<RefreshStep[]> {
  const open = await openSuppliers(reader, gssCode, most);
  const old = open.length < most ? await oldestSuppliers(reader, gssCode, most - open.length) : [];
  return planFor(caller, [...open, ...old]);
}
