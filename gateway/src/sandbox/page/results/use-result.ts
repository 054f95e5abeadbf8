import { useGraphiQL } from '@graphiql/react';
import type { ExecutionResult } from 'graphql';
import { useMemo } from 'react';

/** An answer of the graph, with what was asked. */
export interface Result {
  /** The operation's name, or `result` when it has none. */
  readonly name: string;
  readonly answer: ExecutionResult;
  /** The answer as it stands in the editor. */
  readonly text: string;
  /** The tab's identity. */
  readonly tab: string;
}

/**
 * The answer that the present tab shows; null when there is none, or none that is JSON. Whatever shows results
 * in another way (a table, a chart, a file to take away) starts from here.
 */
export function useResult(): Result | null {
  const tab = usePresentTab();
  const { response, operationName } = useGraphiQL(({ tabs, activeTabIndex }) => ({
    response: tabs[activeTabIndex]?.response ?? null,
    operationName: tabs[activeTabIndex]?.operationName ?? null,
  }));
  return useMemo(() => {
    const answer = parsed(response);
    return answer && { name: operationName ?? 'result', answer, text: response ?? '', tab };
  }, [response, operationName, tab]);
}

/** The identity of the tab that is shown. */
export function usePresentTab(): string {
  return useGraphiQL(({ tabs, activeTabIndex }) => tabs[activeTabIndex]?.id ?? '');
}

function parsed(response: string | null): ExecutionResult | null {
  if (!response) return null;
  try {
    const value: unknown = JSON.parse(response);
    return isAnswer(value) ? value : null;
  } catch {
    return null;
  }
}

function isAnswer(value: unknown): value is ExecutionResult {
  return typeof value === 'object' && value !== null && ('data' in value || 'errors' in value);
}
