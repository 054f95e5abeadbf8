import { CodeColumn, FlagColumn, IntegerColumn, RefColumn, TextColumn } from '@coop/shared/persistence';
import type { BodyKind, Locality, ParishPosition } from './groups.law';

/**
 * What is kept of the body that brought something before the council: a nomination, a request to bid. A class to
 * inherit from; its columns stand in the table of what was brought.
 */
export abstract class BroughtByGroup {
  /** The body's name, as it stood when it came. */
  @TextColumn(300)
  groupName!: string;

  /** Its id in the directory, when it gave one. */
  @RefColumn({ nullable: true })
  groupOrganisationId!: string | null;

  @CodeColumn(32)
  groupKind!: BodyKind;

  /** What shows what it is. Of an unincorporated body it may hold people's names: see `shownGroup`. */
  @TextColumn(500, { nullable: true })
  groupEvidence!: string | null;

  @CodeColumn(32)
  groupActivitiesIn!: Locality;

  @CodeColumn(32, { nullable: true })
  groupParish!: ParishPosition | null;

  @FlagColumn({ nullable: true })
  groupDistributesSurplus!: boolean | null;

  @FlagColumn({ nullable: true })
  groupSurplusAppliedLocally!: boolean | null;

  @IntegerColumn({ nullable: true })
  groupMemberCount!: number | null;

  @IntegerColumn({ nullable: true })
  groupLocalElectorCount!: number | null;

  @FlagColumn()
  groupIsPublicAuthority!: boolean;

  @FlagColumn()
  groupIsCreditUnion!: boolean;

  /** How the council reaches it. Personal: for the council's officers and whoever handed it in. */
  @TextColumn(500, { nullable: true })
  groupContact!: string | null;

  /** The issuer's id of the person who handed it in. Never shown. */
  @TextColumn(200)
  submittedBy!: string;
}
