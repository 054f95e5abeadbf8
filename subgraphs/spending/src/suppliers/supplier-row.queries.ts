import { contentCode, textSort } from '@coop/shared/persistence';
import { nameForm } from '@coop/shared/names';
import type { Supplier } from './supplier.entity';

/** How the files of a council name a supplier. */
export interface PublishedSupplier {
  /** GSS code of the council. */
  readonly gssCode: string;
  /** The council's own number of the supplier, where the file gives one. */
  readonly publishedId: string | null;
  readonly name: string;
}

/**
 * The id of a council's supplier record, always the same for the same published number, or without a number for the
 * same name whatever its case, accents and spaces. Nobody need look it up: insert the record unless it is there.
 */
export function supplierId({ gssCode, publishedId, name }: PublishedSupplier): string {
  const key = publishedId === null ? `name ${textSort(name)}` : `number ${publishedId}`;
  return `supplier_${contentCode(`${gssCode} ${key}`, 26)}`;
}

/** The name without legal form, case, punctuation and spaces: alike for `A.B. Smith Ltd` and `AB SMITH LIMITED`. */
export function supplierNameKey(name: string): string {
  return [...nameForm(name.slice(0, 300)).compact].slice(0, 191).join('');
}

/** A new record of a supplier of which nothing is known yet but how a file names it. */
export function newSupplier(
  published: PublishedSupplier & Partial<Pick<Supplier, 'companyNumber' | 'charityNumber' | 'vatNumber'>>,
): Omit<Supplier, 'version'> {
  const { gssCode, publishedId, name } = published;
  return {
    id: supplierId(published),
    gssCode,
    publishedId,
    name,
    nameSort: textSort(name),
    nameKey: supplierNameKey(name),
    companyNumber: published.companyNumber ?? null,
    charityNumber: published.charityNumber ?? null,
    vatNumber: published.vatNumber ?? null,
    matchState: 'OPEN',
    organisationId: null,
    matchMethod: null,
    matchScore: null,
    orgId: null,
    factsReadAt: null,
    sector: 'UNKNOWN',
    sectorSource: 'NONE',
    isSme: null,
    smeSource: 'NONE',
    isLocal: null,
    localSource: 'NONE',
    factsEvidence: null,
    isRedacted: false,
    illustrative: false,
  };
}

/** The record of a person whose name is not to be shown: nothing is known of it, and nobody looks for it. */
export function redactedSupplier(published: PublishedSupplier): Omit<Supplier, 'version'> {
  return {
    ...newSupplier(published),
    matchState: 'NONE',
    sector: 'INDIVIDUAL',
    sectorSource: 'NAME',
    isRedacted: true,
  };
}
