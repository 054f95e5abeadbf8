import { userInfo } from 'node:os';
import type { Actor } from '@coop/shared/access';

/**
 * In whose name the command line writes: whoever can open the database as this user of the machine. It is no
 * council's officer; what it imports is audited under the council that the import is for.
 */
export function commandLineActor(): Actor {
  return {
    kind: 'token',
    subject: `command-line:${userName()}`,
    role: 'administrator',
    council: null,
    organisation: null,
    name: 'Command line',
  };
}

/** The user's name; the number where the machine knows no name for it, as in a container. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return String(process.getuid?.() ?? 'unknown');
  }
}
