import { readFile } from 'node:fs/promises';
import { builtSubgraphs } from './host';
import { SUPERGRAPH_FILE } from './house';
import { servicesOf, staleSchemas } from './schemas';
import { checkConventions } from './supergraph';

test('the committed schemas are what the code says', async () => {
  expect(await staleSchemas(builtSubgraphs())).toEqual([]);
});

test("our subgraphs keep to the schema's conventions", async () => {
  const supergraph = await readFile(SUPERGRAPH_FILE, 'utf8');
  expect(checkConventions(servicesOf(builtSubgraphs()), supergraph)).toEqual([]);
});
