import type { GraphQLDataSource } from '@apollo/gateway';
import type { Log } from '../log';
import { InProcessDataSource } from '../transport';
import type { AskEntities } from './entities';
import { nodeSubgraph } from './node-subgraph';
import type { PublicType } from './public-types';

type Process = GraphQLDataSource['process'];

/** Runs the generated subgraph, and runs the next one when the public types change with a partner. */
export class NodeDataSource implements GraphQLDataSource {
  private serving: InProcessDataSource | null = null;

  /** @param sourceOf the data source of a subgraph by its name */
  constructor(
    private readonly sourceOf: (subgraph: string) => GraphQLDataSource,
    private readonly log: Log,
  ) {}

  /** From now on finds these types. */
  serve(types: readonly PublicType[]): void {
    this.serving = new InProcessDataSource(nodeSubgraph(types, this.ask), this.log);
  }

  /** Answers one fetch of a query plan. */
  async process(options: Parameters<Process>[0]): ReturnType<Process> {
    if (!this.serving) throw new Error('The node subgraph has no types yet');
    return this.serving.process(options);
  }

  private readonly ask: AskEntities = async (subgraph, query, variables, headers) => {
    const context = {
      requestId: headers['x-request-id'] ?? '',
      authorization: headers['authorization'] ?? null,
    };
    const options = { kind: 'incoming operation', request: { query, variables }, context };
    return this.sourceOf(subgraph).process(options as unknown as Parameters<Process>[0]);
  };
}
