import type { Feature } from '@coop/shared/graphql';
import { gssCodeOfId } from '@coop/shared/nouns';
import { areasImporter } from '../area-tables/area-tables.import';
import { areaDemo } from './area.demo';
import { areaMigrations } from './area.migrations';
import { councilByCode, wardByCode } from './area.queries';
import { AreaResolver } from './area.resolver';
import { AreaChange } from './area-change.entity';
import { Council } from './council.entity';
import { CouncilResolver } from './council.resolver';
import { Ward } from './ward.entity';
import { WardMembership } from './ward-membership.entity';
import { WardResolver } from './ward.resolver';

/** The code in a reference to an area, by whichever of its two keys; '' when it has neither. */
function codeOf(kind: 'council' | 'ward', reference: Readonly<Record<string, unknown>>): string {
  const { gssCode, id } = reference;
  if (typeof gssCode === 'string') return gssCode;
  return typeof id === 'string' ? (gssCodeOfId(kind, id) ?? '') : '';
}

/** Councils and wards, with their history. */
export const areas: Feature = {
  resolvers: [AreaResolver, CouncilResolver, WardResolver],
  orphanedTypes: [Council, Ward],
  references: {
    Council: (reference, context) => councilByCode.load(context, codeOf('council', reference)),
    Ward: (reference, context) => wardByCode.load(context, codeOf('ward', reference)),
  },
  entities: [Council, Ward, WardMembership, AreaChange],
  migrations: areaMigrations,
  importers: [areasImporter],
  demo: areaDemo,
};
