import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { newId } from '@coop/shared/ids';
import {
  importerOf,
  importTable,
  type FileOutcome,
  type Importer,
  type ImportJob,
  type IncomingRow,
  type RowRefusal,
  type TableImport,
  type TableRow,
} from '@coop/shared/importing';
import { isGssCode } from '@coop/shared/nouns';
import { GRANT_COLUMNS, type GrantColumns } from './grant-columns.import';
import { Grant } from './grant.entity';
import { givingTable } from './giving-json';

/** A file of JSON is read whole: no council has published one of a tenth of this. */
const LARGEST = 100 * 1024 * 1024;

/** Makes a grant of a row, or says why it is none. */
function toRow(
  { cells }: TableRow<GrantColumns>,
  { council }: { readonly council: string },
  warn: (reason: string) => void,
): IncomingRow<Grant> | RowRefusal {
  const { identifier, title, description, awarded, awardedOn, placeName, geoCode, latitude, longitude } =
    cells;
  const { recipientIdentifier, recipientName, funderIdentifier, funderName } = cells;
  if (cells.unread !== null) warn(`It has ${cells.unread}: the first of each is kept.`);
  const isComplete =
    identifier &&
    title &&
    description &&
    awardedOn &&
    recipientIdentifier &&
    recipientName &&
    funderIdentifier;
  if (!isComplete || !funderName || awarded === null)
    return { refused: ['It lacks something that every grant has.'] };
  const hasPlace = [placeName, cells.countryCode, geoCode, latitude, longitude].some((one) => one !== null);
  return {
    ...{ gssCode: council, fundId: null, identifier, title, description, awardedPence: awarded, awardedOn },
    ...{ appliedForPence: cells.appliedFor, disbursedPence: cells.disbursed, url: cells.url },
    ...{ startsOn: cells.startsOn, endsOn: cells.endsOn, durationMonths: cells.durationMonths },
    ...{ recipientIdentifier, recipientName, recipientCharityNumber: cells.charityNumber },
    ...{ recipientCompanyNumber: cells.companyNumber, recipientOrganisationId: null },
    recipientDetails: {
      ...{ street: cells.street, locality: cells.locality, region: cells.region, country: cells.country },
      ...{ postcode: cells.postcode, description: cells.recipientDescription, url: cells.recipientUrl },
    },
    place: hasPlace
      ? {
          ...{ name: placeName, countryCode: cells.countryCode, latitude, longitude, geoCode },
          geoCodeType: cells.geoCodeType,
        }
      : null,
    ...{ funderIdentifier, funderName, department: cells.department, programmeCode: cells.programmeCode },
    ...{ programmeTitle: cells.programmeTitle, programmeUrl: cells.programmeUrl },
    ...{ fromOpenCall: cells.fromOpenCall, relatedActivity: cells.relatedActivity },
    ...{ modifiedAt: cells.modifiedAt, dataSource: cells.dataSource, illustrative: false },
  };
}

/** How a published table of grants becomes rows of ours: recognised by their identifiers. */
export const grantImport: TableImport<GrantColumns, Grant> = {
  kind: 'grants',
  entity: Grant,
  columns: GRANT_COLUMNS,
  idPrefix: 'grant',
  key: 'identifier',
  scope: 'gssCode',
  toRow,
};

const tables = importerOf(
  grantImport,
  "A council's grants in the 360Giving standard, as a table (.csv) or as JSON (.json).",
);

const refusal = (file: string, refused: string): FileOutcome => ({
  ...{ file: basename(file), sha256: '', rows: 0, imported: 0, alreadyThere: 0, rejected: 0, refused },
  remarks: [],
});

/** Lays a file of JSON out as the table that it stands for, and imports that. */
async function importJson(job: ImportJob, file: string): Promise<FileOutcome> {
  const { size } = await stat(file);
  if (size > LARGEST) return refusal(file, 'It is larger than 100 MiB: publish it in several files.');
  const lines = givingTable(await readFile(file, 'utf8'));
  if (lines === null) return refusal(file, 'It is no 360Giving file: JSON with a list named "grants".');
  const { council, dryRun } = job.options;
  const now = job.clock.now();
  return importTable(
    { actor: job.actor, now, requestId: newId('job', now), database: job.database },
    grantImport,
    { name: basename(file), stream: Readable.from(lines) },
    {
      council: isGssCode(council) ? council : null,
      isTrial: dryRun === true,
      onProgress: (_bytes, rows) => job.progress(file, Math.min(1, rows / Math.max(1, lines.length - 1))),
    },
  );
}

/** `coop import grants FILE --council GSS`. */
export const grantImporter: Importer = {
  ...tables,
  async run(job) {
    const outcomes: FileOutcome[] = [];
    for (const file of job.files)
      if (/\.json$/i.test(file) && isGssCode(job.options['council']))
        outcomes.push(await importJson(job, file));
      else outcomes.push(...(await tables.run({ ...job, files: [file] })));
    return outcomes;
  },
};
