import type { EntityManager } from 'typeorm';
import { areaId } from '@coop/shared/nouns';
import { problem, type Problem } from '@coop/shared/problems';
import { In } from 'typeorm';
import { Council } from './council.entity';

/** Id of the row of a council, for locking it. */
export const councilRowId = (code: string): string => areaId('council', code);

/** NotFound: the directory knows no council with a code. */
export const noSuchCouncil = (path: readonly string[]): Problem =>
  problem.notFound('The directory knows no council with this code.', { path });

/** The council with a code; null for none, and for text that is no code. */
export function councilOnRecord(manager: EntityManager, code: string): Promise<Council | null> {
  return code.length > 9 ? Promise.resolve(null) : manager.findOneBy(Council, { gssCode: code });
}

/** The councils with these codes, by code. */
export async function councilsOnRecord(
  manager: EntityManager,
  codes: readonly string[],
): Promise<ReadonlyMap<string, Council>> {
  const rows = await manager.findBy(Council, { gssCode: In(codes.filter((code) => code.length <= 9)) });
  return new Map(rows.map((row) => [row.gssCode, row]));
}
