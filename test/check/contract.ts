// Validates the operations that clients rely on against the committed supergraph.
//   contract.ts own      our own copy under test/contract, and the examples of the sandbox page
//   contract.ts shared   the clients' own, in ../shared/contract, of those subgraphs that there are
import { readFile } from 'node:fs/promises';
import { apiSchemaOf, SUBGRAPHS } from '@coop/gateway';
import { loadExamples } from '@coop/gateway/sandbox';
import { parse, validate } from 'graphql';
import { OWN_CONTRACT, readOperations, SHARED_CONTRACT } from '../kit/operations';
import { SUPERGRAPH } from './supergraph-file';

interface Checked {
  readonly place: string;
  readonly text: string;
}

async function own(): Promise<Checked[]> {
  const examples = (await loadExamples()).map(({ name, query }) => ({
    place: `example ${name}`,
    text: query,
  }));
  return [...operationsIn(OWN_CONTRACT), ...examples];
}

/** A file is named after the subgraph whose operations it holds. */
function operationsIn(folder: string): Checked[] {
  return readOperations(folder).flatMap(({ file, operations }) =>
    operations.map(({ name, text }) => ({ place: `${file}.graphql, ${name}`, text })),
  );
}

const shared = (): Checked[] =>
  operationsIn(SHARED_CONTRACT).filter(({ place }) =>
    SUBGRAPHS.some(({ name }) => place.startsWith(`${name}.graphql`)),
  );

async function main(): Promise<void> {
  const schema = apiSchemaOf(await readFile(SUPERGRAPH, 'utf8'));
  const checked = process.argv[2] === 'shared' ? shared() : await own();
  if (checked.length === 0) throw new Error('There are no operations to check.');
  for (const { place, text } of checked)
    for (const { message } of validate(schema, parse(text))) {
      process.stdout.write(`${place}: ${message}\n`);
      process.exitCode = 1;
    }
}

void main();
