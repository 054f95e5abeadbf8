import { IsBoolean, IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { IsIdText, IsText } from '@coop/shared/graphql';
import { Organisation } from '../stubs';
import type { BroughtByGroup } from './group.entity';
import { BodyKind, Locality, ParishPosition } from './group.enums';

/** A body that nominates land or asks to bid for it, as everybody may see it. */
@ObjectType({ description: 'A body that nominates land or asks to bid for it, as it stood when it did.' })
export class CommunityGroup {
  @Field(() => String, { description: 'What it is called.' })
  name!: string;

  @Field(() => BodyKind, { description: 'What kind of body it is in this law.' })
  kind!: BodyKind;

  @Field(() => Organisation, {
    nullable: true,
    description: 'Its entry in the directory; null when it named none, or where the directory is away.',
  })
  organisation!: Organisation | null;

  @Field(() => String, {
    nullable: true,
    description:
      'What shows what it is: a registration number, a designation, a constitution. Of an unincorporated body only officers and auditors of the council and whoever handed it in can read it, since it may name people; null for others.',
  })
  evidence!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'How to reach it. Personal data: officers and auditors of the council and whoever handed it in can read it; null for others.',
  })
  contact!: string | null;
}

/** A body, as it describes itself. */
@InputType({ description: 'A body that nominates land or asks to bid for it, as it describes itself.' })
export class CommunityGroupInput {
  @IsText(300)
  @Matches(/\S/, { message: 'Say what the body is called.' })
  @Field(() => String, { description: 'What it is called. Published.' })
  name!: string;

  @IsOptional()
  @IsIdText()
  @Field(() => ID, {
    nullable: true,
    description: 'Its id in the directory, `organisation_…`, if it is there.',
  })
  organisationId?: string | null;

  @IsIn(Object.keys(BodyKind))
  @Field(() => BodyKind, { description: 'What kind of body it is.' })
  kind!: BodyKind;

  @IsOptional()
  @IsText(500)
  @Field(() => String, {
    nullable: true,
    description:
      'What shows what it is: a registration number, a designation, a constitution; of an unincorporated body its members. Published, but of an unincorporated body.',
  })
  evidence?: string | null;

  @IsOptional()
  @IsText(500)
  @Field(() => String, {
    nullable: true,
    description: 'How the council reaches it. Not published.',
  })
  contact?: string | null;

  @IsOptional()
  @IsIn(Object.keys(Locality))
  @Field(() => Locality, {
    nullable: true,
    description: 'Where its activities lie; needed of every body but a parish council.',
  })
  activitiesIn?: Locality | null;

  @IsOptional()
  @IsIn(Object.keys(ParishPosition))
  @Field(() => ParishPosition, {
    nullable: true,
    description: 'For a parish council: how the parish lies to the land.',
  })
  parish?: ParishPosition | null;

  @IsOptional()
  @IsBoolean()
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it distributes any surplus to its members; leave out when not stated.',
  })
  distributesSurplus?: boolean | null;

  @IsOptional()
  @IsBoolean()
  @Field(() => Boolean, {
    nullable: true,
    description: "Whether any surplus goes, at least partly, to the council's area or a neighbouring one.",
  })
  surplusAppliedLocally?: boolean | null;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(100_000_000)
  @Field(() => Int, { nullable: true, description: 'How many individual members it has.' })
  memberCount?: number | null;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(100_000_000)
  @Field(() => Int, {
    nullable: true,
    description:
      "How many of them are local government electors in the council's area or a neighbouring one.",
  })
  localElectorCount?: number | null;

  @IsOptional()
  @IsBoolean()
  @Field(() => Boolean, {
    nullable: true,
    description: 'True for a public or local authority, a parish council included; false unless told.',
  })
  isPublicAuthority?: boolean | null;

  @IsOptional()
  @IsBoolean()
  @Field(() => Boolean, {
    nullable: true,
    description: 'True for a society registered as a credit union; false unless told.',
  })
  isCreditUnion?: boolean | null;
}

/** What the law asks of a body (`GroupFacts`), of what it says of itself. What it left out stays unsaid. */
export function groupFactsOf(group: CommunityGroupInput) {
  return {
    kind: group.kind,
    evidence: group.evidence ?? null,
    activitiesIn: group.activitiesIn ?? Locality.ELSEWHERE,
    parish: group.parish ?? null,
    distributesSurplus: group.distributesSurplus ?? null,
    surplusAppliedLocally: group.surplusAppliedLocally ?? null,
    memberCount: group.memberCount ?? null,
    localElectorCount: group.localElectorCount ?? null,
    isPublicAuthority: group.isPublicAuthority ?? false,
    isCreditUnion: group.isCreditUnion ?? false,
  };
}

/** The columns in which a body is kept. */
export function groupColumnsOf(group: CommunityGroupInput): Omit<BroughtByGroup, 'submittedBy'> {
  const facts = groupFactsOf(group);
  return {
    groupName: group.name,
    groupOrganisationId: group.organisationId ?? null,
    groupKind: facts.kind,
    groupEvidence: facts.evidence,
    groupActivitiesIn: facts.activitiesIn,
    groupParish: facts.parish,
    groupDistributesSurplus: facts.distributesSurplus,
    groupSurplusAppliedLocally: facts.surplusAppliedLocally,
    groupMemberCount: facts.memberCount,
    groupLocalElectorCount: facts.localElectorCount,
    groupIsPublicAuthority: facts.isPublicAuthority,
    groupIsCreditUnion: facts.isCreditUnion,
    groupContact: group.contact ?? null,
  };
}

/** A body as somebody may see it. @param mayReadAll whether they may read what is personal */
export function shownGroup(row: BroughtByGroup, mayReadAll: boolean): CommunityGroup {
  const evidenceIsPublic = row.groupKind !== 'UNINCORPORATED_BODY';
  return Object.assign(new CommunityGroup(), {
    name: row.groupName,
    kind: row.groupKind,
    organisation: row.groupOrganisationId === null ? null : { id: row.groupOrganisationId },
    evidence: evidenceIsPublic || mayReadAll ? row.groupEvidence : null,
    contact: mayReadAll ? row.groupContact : null,
  });
}
