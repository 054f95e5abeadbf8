import { defineCommand, done } from '@coop/shared/commands';
import { isGssCode } from '@coop/shared/nouns';
import { problem, refuse, type Problem } from '@coop/shared/problems';
import { keepRegister } from '../access';
import { readDetails } from './asset-details.rules';
import { AssetRegisterInput } from './asset-inputs.types';
import { derivedColumns, placeColumns, plainColumns } from './asset-row.queries';
import { Asset } from './asset.entity';
import { assetLifecycle } from './asset.lifecycle';
import { saveAsset } from './save-asset.command';

/** Puts an asset on the register. */
export const registerAsset = defineCommand<AssetRegisterInput>({
  name: 'assetRegister',
  input: AssetRegisterInput,
  async handle(tx, input) {
    const problems: Problem[] = tx.demand(keepRegister, input);
    if (!isGssCode(input.gssCode))
      problems.push(problem.invalidInput('This is not the form of a GSS code.', { path: ['gssCode'] }));
    const read = readDetails(input);
    if (!read.ok) problems.push(...read.problems);
    const plain = plainColumns(input);
    problems.push(...plain.problems);
    if (problems.length > 0 || !read.ok) return refuse(...problems);
    const { place, ...details } = read.details;
    const asset = Object.assign(tx.manager.create(Asset), {
      ...BLANK,
      ...plain.columns,
      ...details,
      ...placeColumns(place ?? null),
      id: tx.newId('asset'),
      gssCode: input.gssCode,
      state: assetLifecycle.initial,
    });
    Object.assign(asset, derivedColumns(asset));
    const refused = await saveAsset(tx, asset, true);
    if (refused) return refused;
    const { name, reference, uprn } = asset;
    return done({ council: asset.gssCode, subject: asset.id, changes: { name, reference, uprn } });
  },
});

/** An asset of which nothing is known. */
const BLANK: Partial<Asset> = {
  reference: null,
  uprn: null,
  streetNumber: null,
  streetName: null,
  postTown: null,
  postcode: null,
  tenure: 'UNKNOWN',
  tenureDetail: 'UNKNOWN',
  tenureNote: null,
  holdingType: 'UNKNOWN',
  holdingPurpose: 'UNKNOWN',
  buildingSizeSquareMetres: null,
  landAreaSquareMetres: null,
  whyUnoccupied: null,
  effectiveOn: null,
  wardGssCode: null,
  stewardName: null,
  stewardOrganisationId: null,
  stewardResponsibility: null,
  stewardLeaseUntil: null,
  stewardRentPence: null,
  listedOn: '',
  listedUntil: '',
  retiredOn: null,
  retirementReason: null,
  retirementStatement: null,
  importRunId: '',
  illustrative: false,
};
