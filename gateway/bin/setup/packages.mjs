import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Folders of the workspace's packages, relative to its root. */
export function packageFolders(root) {
  const subgraphs = existsSync(join(root, 'subgraphs')) ? readdirSync(join(root, 'subgraphs')).sort() : [];
  return ['shared', ...subgraphs.map((name) => `subgraphs/${name}`), 'gateway', 'test'].filter((folder) =>
    existsSync(join(root, folder, 'package.json')),
  );
}
