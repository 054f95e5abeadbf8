/** What the page for people is told at its start: `GET /sandbox/config.json`. Shared by the server and the page. */
export interface SandboxConfig {
  /** `demo` offers a sign-in menu; in production people bring their own token in the request headers. */
  readonly mode: SandboxMode;
  /** Where operations are sent, on the page's own origin. */
  readonly endpoint: string;
  /** Where the schema can be read as text. */
  readonly schemaUrl: string;
  /** The services that the graph is made of. */
  readonly subgraphs: readonly SandboxSubgraph[];
  /** Operations to begin with, in the order in which they are offered; the first is the welcome. */
  readonly examples: readonly SandboxExample[];
  /** Councils that a demo sign-in can belong to; empty in production. */
  readonly councils: readonly SandboxCouncil[];
  /** Roles that a demo sign-in can take; empty in production. */
  readonly roles: readonly SandboxRole[];
}

export type SandboxMode = 'demo' | 'production';

/** One service of the graph, as the page introduces it. */
export interface SandboxSubgraph {
  readonly name: string;
  readonly description: string;
}

/** One operation to begin with. */
export interface SandboxExample {
  /** The file's name without its ending: stable, and the order of the list. */
  readonly name: string;
  readonly title: string;
  /** What it asks and what to try next, in a sentence or two; may be empty. */
  readonly explanation: string;
  /** The GraphQL text as the editor shows it: title and explanation as comments, then the operation. */
  readonly query: string;
  /** The variables as JSON text for the editor; empty when there are none. */
  readonly variables: string;
}

/** A council to sign in at. */
export interface SandboxCouncil {
  readonly gssCode: string;
  readonly name: string;
}

/** A role to sign in as, with what it may do in a few words. */
export interface SandboxRole {
  readonly role: string;
  readonly description: string;
}

/** What the page asks of `POST /demo/token`. */
export interface DemoTokenRequest {
  readonly role: string;
  /** GSS code of the council. */
  readonly council: string;
}
