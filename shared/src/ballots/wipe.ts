import type { EntityManager } from 'typeorm';
import type { Command } from '../commands';

/**
 * Does work whose old text is not to stay behind in the file. SQLite leaves the text of rows that are written over or
 * deleted until the space is used again, unless it is told to put zeros there; InnoDB has no such setting.
 */
export async function wiping<T>(manager: EntityManager, work: () => Promise<T>): Promise<T> {
  if (manager.dataSource.options.type !== 'better-sqlite3') return work();
  await manager.query('PRAGMA secure_delete = ON');
  try {
    return await work();
  } finally {
    await manager.query('PRAGMA secure_delete = OFF');
  }
}

/**
 * A command that wipes: once it is committed, the log beside an embedded database's file is emptied too, in which
 * what was wiped, and the order in which everything was written, would stay until it is written over.
 */
export function leavingNothing<Input extends object>(command: Command<Input>): Command<Input> {
  return {
    name: command.name,
    async run(context, input) {
      const result = await command.run(context, input);
      if (result.ok) await context.database.scrub();
      return result;
    },
  };
}
