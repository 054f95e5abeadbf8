import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { dayCell, defineColumns, moneyCell, readTable } from '@coop/shared/importing';
import { supplierNameKey } from '../suppliers/supplier-row.queries';
import { DocumentBuilder } from './documents.rules';
import { duplicatePolicies } from './duplicates.law';
import { findDuplicates, type Search } from './duplicates.rules';
import { computabilityOf, SourceProfiler, type Computability } from './source-profile.rules';
import { isUnnamed, supplierFamilies, type SupplierRecord } from './supplier-families.rules';
import type { SourceProfile, SpendLine } from './tiers';

/** Payments as councils published them; not part of the project, so tests skip where they are not. */
export const PUBLISHED = join(__dirname, '../../../../../shared/data/spending');

/** `test`, or `test.skip` where the published files are not there. */
export const whenPublished = (path: string): jest.It =>
  existsSync(join(PUBLISHED, path)) ? test : test.skip;

/** The files of a folder, in the order of their names. */
export const filesIn = (folder: string): string[] =>
  readdirSync(join(PUBLISHED, folder))
    .sort()
    .map((name) => join(folder, name));

export const POLICY = duplicatePolicies.require('2026-06-01').value;

const COLUMNS = defineColumns([
  {
    key: 'supplier',
    names: ['Supplier Name', 'Beneficiary Name', 'Supplier(Beneficiary) Name', 'Name'],
    description: 'who was paid',
    required: true,
  },
  { key: 'supplierId', names: ['Supplier ID'], description: "the council's own number of the supplier" },
  {
    key: 'amount',
    names: ['Net Amount', 'Net Amount(£)', 'Net Amount(œ)', 'Net', 'Amount'],
    description: 'how much',
    required: true,
    parse: moneyCell,
  },
  {
    key: 'paidOn',
    names: ['Payment Date', 'Date of Payment', 'Date'],
    description: 'when',
    required: true,
    parse: dayCell,
  },
  { key: 'number', names: ['Invoice Number'], description: 'invoice number' },
  {
    key: 'reference',
    names: ['Internal Ref Number', 'Transaction Number', 'SAP Document Number', 'TransNo', 'HBC ref no'],
    description: 'reference',
  },
  { key: 'card', names: ['Procurement Card', 'TT'], description: 'whether it was paid by card' },
  {
    key: 'area',
    names: ['Expense Area', 'Service Cost Centre', 'Directorate', 'Organisational Unit'],
    description: 'where',
  },
  {
    key: 'code',
    names: ['Expense Code', 'Account Detail', 'Detailed Expenditure Code', 'G/L description.'],
    description: 'code',
  },
  { key: 'purpose', names: ['Purpose', 'Purpose of Spend', 'Description'], description: 'what for' },
]);

const isCard = (card: string | null, reference: string | null): boolean =>
  /^(?:yes|gpc)$/i.test(card ?? '') || /^p ?-? ?card/i.test(reference ?? '');

/** A published file: its lines that are invoices of named suppliers, those suppliers, and what the whole file is like. */
async function publishedFile(path: string) {
  const lines: SpendLine[] = [];
  const profiler = new SourceProfiler(POLICY.batchSuppliers);
  const suppliers = new Map<string, SupplierRecord>();
  for await (const item of readTable(join(PUBLISHED, path), { columns: COLUMNS })) {
    if (!item.ok) continue;
    const { supplier, supplierId, amount, paidOn, number, reference, card, area, code, purpose } = item.cells;
    if (supplier === null || amount === null || paidOn === null) continue;
    const id = `${supplierId ?? ''} ${supplier.toLowerCase()}`.trim();
    const line = {
      ...{ id: `${path}:${item.row}`, supplier: id, invoiceNumber: number, reference, paidOn },
      amountPence: amount,
      coding: [area, code, purpose].join(' / '),
    };
    profiler.add(line);
    if (isCard(card, reference) || isUnnamed(supplier)) continue;
    suppliers.set(id, { id, name: supplier, nameKey: supplierNameKey(supplier), numbers: [] });
    lines.push(line);
  }
  return { lines, suppliers: suppliers.values(), profile: profiler.profile() };
}

/** What a search over some files found, and what each of them allowed it to look for. */
export interface PublishedSearch extends Search {
  readonly profiles: readonly SourceProfile[];
  readonly computable: readonly (readonly Computability[])[];
}

/** Searches published files as one council's payments. */
export async function searchPublished(paths: readonly string[]): Promise<PublishedSearch> {
  const builder = new DocumentBuilder();
  const suppliers = new Map<string, SupplierRecord>();
  const profiles: SourceProfile[] = [];
  for (const path of paths) {
    const file = await publishedFile(path);
    const { profile } = file;
    profiles.push(profile);
    for (const line of file.lines) builder.add(line, profile);
    for (const supplier of file.suppliers) suppliers.set(supplier.id, supplier);
  }
  const families = supplierFamilies([...suppliers.values()]);
  const search = findDuplicates(builder.documents(), families, POLICY);
  return { ...search, profiles, computable: profiles.map(computabilityOf) };
}
