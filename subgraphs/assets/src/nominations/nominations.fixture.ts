import type { World } from '@coop/test/kit';
import type { Actor } from '@coop/shared/access';
import { bulkWrite, type Command, type CommandResult } from '@coop/shared/commands';
import type { LocalDate } from '@coop/shared/time';
import { derivedColumns, placeColumns } from '../register/asset-row.queries';
import { Asset } from '../register/asset.entity';
import { decideNomination } from './decide-nomination.command';
import { Listing } from './listing.entity';
import { nominateAsset } from './nominate-asset.command';
import type { AssetNominateInput, NominationDecideInput } from './nomination-inputs.types';

export const OLDHAM = 'E08000004';
export const LAMBETH = 'E09000022';

/** People who come to the council, or work there. */
export function people(world: World) {
  return {
    officer: world.actor(),
    otherOfficer: world.actor({ subject: 'officer-2' }),
    elsewhere: world.actor({ subject: 'officer-9', council: LAMBETH }),
    group: world.actor({ subject: 'group-1', role: 'group', council: null, organisation: 'organisation_1' }),
    resident: world.actor({ subject: 'resident-1', role: 'resident' }),
    auditor: world.actor({ subject: 'auditor-1', role: 'auditor' }),
  } satisfies Record<string, Actor>;
}

let made = 0;

/** Puts an asset on the register. */
export async function anAsset(world: World, gssCode = OLDHAM): Promise<string> {
  return bulkWrite(world.context(), { name: 'test' }, async (tx) => {
    made += 1;
    const id = tx.newId('asset');
    const said = {
      id,
      reference: `T${made}`,
      uprn: null,
      name: `Assembly Rooms ${made}`,
      streetNumber: null,
      streetName: null,
      postTown: null,
      postcode: null,
    };
    await tx.insert(Asset, {
      ...said,
      ...derivedColumns(said),
      ...placeColumns(null),
      gssCode,
      state: 'HELD',
      tenure: 'FREEHOLD',
      tenureDetail: 'OCCUPIED_BY_COUNCIL',
      holdingType: 'LAND_AND_BUILDING',
      holdingPurpose: 'COMMUNITY',
      listedOn: '',
      listedUntil: '',
      importRunId: '',
      illustrative: true,
    });
    return id;
  });
}

/** A nomination that nothing stands against. */
export const soundNomination = (assetId: string): AssetNominateInput => ({
  assetId,
  nominator: {
    name: 'Friends of the Assembly Rooms (example)',
    kind: 'UNINCORPORATED_BODY',
    evidence: 'Members: Alex Example, Sam Sample and 19 more',
    contact: 'alex@friends.example',
    activitiesIn: 'COUNCIL_AREA',
    distributesSurplus: false,
    surplusAppliedLocally: true,
    memberCount: 30,
    localElectorCount: 21,
  },
  landDescription: 'The building and its yard, edged red on the plan.',
  statementOfReasons: 'Choirs, classes and a food club meet there every week.',
  ownersAndOccupiers: 'The freeholder is Terry Tester of 1 Example Street.',
});

/** A decision that follows from its findings. */
export const soundDecision = (id: string, outcome: 'ACCEPTED' | 'UNSUCCESSFUL'): NominationDecideInput => ({
  id,
  outcome,
  findings: {
    isInArea: true,
    exclusion: null,
    presentUse: { isAncillary: outcome === 'UNSUCCESSFUL', furthers: ['SOCIAL'], canContinue: true },
    pastUse: null,
  },
  statementOfReasons: outcome === 'UNSUCCESSFUL' ? 'The hall only serves the office next door.' : null,
});

/** Runs a command as somebody. */
export const run = <Input extends object>(
  world: World,
  command: Command<Input>,
  input: Input,
  actor: Actor,
): Promise<CommandResult> => command.run(world.context(actor), input);

/** The id of what was done; an Error with the problems when it was refused. */
export function subjectOf(result: CommandResult): string {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.subject;
}

/** Which problems came, in short: `InvalidInput nominator.kind`. */
export const found = (result: CommandResult): string[] =>
  result.ok ? ['done'] : result.problems.map(({ kind, path }) => (path ? `${kind} ${path.join('.')}` : kind));

/** A nomination that waits for its decision. */
export async function aNomination(world: World, assetId?: string): Promise<string> {
  const input = soundNomination(assetId ?? (await anAsset(world)));
  return subjectOf(await run(world, nominateAsset('NONE_NAMED'), input, people(world).group));
}

/** An entry on the list, made today by the first officer. */
export async function aListing(world: World, assetId?: string): Promise<Listing> {
  const nominationId = await aNomination(world, assetId);
  subjectOf(
    await run(world, decideNomination, soundDecision(nominationId, 'ACCEPTED'), people(world).officer),
  );
  return world.database.reader.findOneByOrFail(Listing, { nominationId });
}

/** The copies of its listing that an asset's row keeps. */
export async function copiesOf(
  world: World,
  assetId: string,
): Promise<Pick<Asset, 'listedOn' | 'listedUntil'>> {
  const { listedOn, listedUntil } = await world.database.reader.findOneByOrFail(Asset, { id: assetId });
  return { listedOn, listedUntil };
}

/** Noon of a day in summer. */
export const noon = (day: LocalDate): string => `${day}T11:00:00Z`;
