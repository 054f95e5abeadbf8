import { In, QueryFailedError } from 'typeorm';
import { versionProblems, type Tx } from '@coop/shared/commands';
import { ImportRun, UNSEEN_STATES } from '@coop/shared/persistence';
import { problem, refuse, type Problem, type Refused } from '@coop/shared/problems';
import { keepRegister } from '../access';
import { AssetWord } from './asset-word.entity';
import { Asset } from './asset.entity';
import { wordRows } from './asset-row.queries';
import { REGISTER_RULE } from './register.law';

const duplicate = (): Refused =>
  refuse(
    problem.invalidInput('Another asset of this council has this reference.', {
      path: ['reference'],
      rule: REGISTER_RULE,
    }),
  );

/** Saves an asset and its words in the text index, or refuses when its reference is taken. */
export async function saveAsset(tx: Tx, asset: Asset, isNew: boolean): Promise<Refused | null> {
  const { gssCode, referenceSort, id } = asset;
  const taken = await tx.manager.findOneBy(Asset, { gssCode, referenceSort });
  if (taken && taken.id !== id) return duplicate();
  try {
    if (isNew) await tx.insert(Asset, asset);
    else await tx.update(asset);
  } catch (error) {
    // On MySQL somebody else may have taken it since it was looked up.
    if (
      error instanceof QueryFailedError &&
      /\b(ER_DUP_ENTRY|SQLITE_CONSTRAINT_UNIQUE)\b/.test(codeOf(error))
    )
      return duplicate();
    throw error;
  }
  await indexWords(tx, asset);
  return null;
}

const codeOf = ({ driverError }: QueryFailedError): string =>
  String((driverError as { code?: string }).code ?? '');

/** Adds the words of one asset to the text index; those that stand there stay. */
async function indexWords(tx: Tx, asset: Asset): Promise<void> {
  const rows = wordRows([asset]);
  if (rows.length === 0) return;
  const there = await tx.manager.findBy(AssetWord, {
    word: In(rows.map(({ word }) => word)),
    gssCode: asset.gssCode,
    firstId: asset.id,
  });
  const known = new Set(there.map(({ word }) => word));
  await tx.insertMany(
    AssetWord,
    rows.filter(({ word }) => !known.has(word)),
  );
}

/**
 * Locks an asset that somebody wants to write, and says why they may not. One that an unfinished import brings is
 * not there yet.
 */
export async function lockAsset(
  tx: Tx,
  { assetId, expectedVersion }: { readonly assetId: string; readonly expectedVersion?: number | null },
): Promise<{ readonly asset: Asset } | { readonly problems: readonly Problem[] }> {
  const asset = await tx.lock(Asset, assetId);
  const loading =
    asset && asset.importRunId !== ''
      ? await tx.manager.existsBy(ImportRun, { id: asset.importRunId, state: In([...UNSEEN_STATES]) })
      : false;
  if (!asset || loading)
    return { problems: [problem.notFound('There is no such asset.', { path: ['assetId'] })] };
  const problems = [...tx.demand(keepRegister, asset), ...versionProblems(asset, expectedVersion)];
  return problems.length > 0 ? { problems } : { asset };
}
