import type { FormattedExecutionResult } from 'graphql';

/** How to ask: as whom, and with which further headers. */
export interface AskOptions {
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What came back. */
export interface Answer<Data = Record<string, unknown>> extends FormattedExecutionResult<Data> {
  readonly status: number;
  readonly headers: Headers;
  /** The codes of the errors, in order. */
  readonly codes: readonly unknown[];
}

/** Asks a server by its address without a path, as any client would. */
export async function askAt<Data = Record<string, unknown>>(
  url: string,
  query: string,
  variables: object = {},
  { token, headers = {} }: AskOptions = {},
): Promise<Answer<Data>> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...headers,
    },
    body: JSON.stringify({ query, variables }),
  });
  const body = (await response.json()) as FormattedExecutionResult<Data>;
  return {
    ...body,
    status: response.status,
    headers: response.headers,
    codes: (body.errors ?? []).map(({ extensions }) => extensions?.['code']),
  };
}
