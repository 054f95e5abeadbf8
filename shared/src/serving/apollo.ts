import {
  ApolloServer,
  type ApolloServerOptions,
  type ApolloServerOptionsWithGateway,
  type ApolloServerPlugin,
  type BaseContext,
} from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import {
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { Actor } from '../access';
import { clientError, publicError } from './errors';
import { checkLimits, parseOptionsFor, TOKEN_LIMITS, type Limits } from './limits';
import type { Logger } from './logging';
import type { RequestScope } from './request-scope';

/** What is served: a schema of one's own, or a gateway that puts subgraphs together. */
export type Graph =
  | { readonly schema: GraphQLSchema }
  | { readonly gateway: ApolloServerOptionsWithGateway<BaseContext>['gateway'] };

const SCOPE = Symbol('scope of the request');

/** Puts the scope where the plugins below find it; the server copies the context's own properties, symbols too. */
export function withScope<Context extends BaseContext>(context: Context, scope: RequestScope): Context {
  return Object.assign(context, { [SCOPE]: scope });
}

const scopeIn = (context: BaseContext): RequestScope | undefined =>
  (context as { readonly [SCOPE]?: RequestScope })[SCOPE];

export interface ApolloParts {
  readonly graph: Graph;
  readonly log: Logger;
  readonly limitsFor: (actor: Actor) => Limits;
  /** The widest limits that `limitsFor` may give: the parser stops there, whoever asks. */
  readonly widest?: Limits;
  /** The schema that carries @listSize, where the served one has lost it. */
  readonly limitSchema?: () => GraphQLSchema;
  readonly plugins?: readonly ApolloServerPlugin<BaseContext>[];
}

/** An Apollo server with everything set that is alike for the gateway and the subgraphs. Not started. */
export function createApolloServer(parts: ApolloParts): {
  apollo: ApolloServer<BaseContext>;
  /** Makes the scope known in which an error is to be shown, where no operation has begun yet. */
  place: (error: unknown, scope: RequestScope) => void;
} {
  const { log, graph } = parts;
  // Which request an error belongs to: the server's own hook for formatting is not told.
  const places = new WeakMap<object, RequestScope>();
  const place = (error: unknown, scope: RequestScope) => {
    if (typeof error === 'object' && error !== null) places.set(error, scope);
  };

  const formatError = (_: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    // What a context threw comes wrapped.
    const thrown = [error, error instanceof GraphQLError ? error.originalError : undefined];
    const scope = thrown.map((one) => places.get(one as object)).find((found) => found !== undefined);
    return publicError(error, {
      requestId: scope?.requestId ?? 'in the header x-request-id',
      report: (fault) => (scope?.log ?? log).error({ err: fault }, 'A request failed.'),
    });
  };

  const options: ApolloServerOptions<BaseContext> = {
    ...graph,
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    nodeEnv: 'production',
    parseOptions: parseOptionsFor(parts.widest ?? TOKEN_LIMITS),
    formatError,
    logger: {
      debug: (message: unknown) => log.debug(String(message)),
      info: (message: unknown) => log.info(String(message)),
      warn: (message: unknown) => log.warn(String(message)),
      error: (message: unknown) => log.error(String(message)),
    },
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      watching(parts, place),
      ...(parts.plugins ?? []),
    ],
  };
  return { apollo: new ApolloServer<BaseContext>(options), place };
}

/** Holds every operation to its limits, and notes for the log what it was and how it ended. */
function watching(
  parts: ApolloParts,
  place: (error: unknown, scope: RequestScope) => void,
): ApolloServerPlugin<BaseContext> {
  return {
    requestDidStart: async ({ contextValue }) => {
      const scope = scopeIn(contextValue);
      if (!scope) return;
      return {
        didResolveOperation: async ({ schema, document, request, operation, operationName }) => {
          refuseUnknownOperation(schema, operation, request.operationName);
          scope.operation = operation?.operation ?? 'none';
          scope.operationName = operationName?.slice(0, 100) ?? null;
          const limits = parts.limitsFor(scope.actor);
          const [error] = checkLimits(
            parts.limitSchema?.() ?? schema,
            document,
            request.variables,
            request.operationName,
            limits,
          );
          if (error) throw error;
        },
        didEncounterErrors: async ({ errors }) => {
          for (const error of errors) place(error, scope);
        },
        willSendResponse: async ({ response }) => {
          if (response.body.kind !== 'single') return;
          // A gateway puts its own notes there, on data of a subgraph that does not fit the graph: they are for us.
          const { extensions, ...shown } = response.body.singleResult;
          if (extensions) {
            scope.log.warn({ extensions }, 'A gateway had something to note about an answer.');
            response.body = { kind: 'single', singleResult: shown };
          }
          scope.hasData = response.body.singleResult.data != null;
          scope.noteErrors(response.body.singleResult.errors ?? []);
        },
      };
    },
  };
}

/** What no executor could run is refused before one is asked: a gateway's has no words for it that fit a client. */
function refuseUnknownOperation(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode | undefined,
  name: string | null | undefined,
): void {
  const refused = (message: string) => clientError('BAD_USER_INPUT', message, {}, { status: 400 });
  if (!operation)
    throw refused(
      name
        ? 'The document holds no operation of the name in operationName.'
        : 'The document holds no operation, or several: say in operationName which one is to run.',
    );
  if (!schema.getRootType(operation.operation)) throw refused(`There is no ${operation.operation} here.`);
}
