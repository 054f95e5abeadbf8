import { accept, problem, refuse, type Decision, type Rule } from '../problems';

/** One edge: what may be done in which states, and where it leads. */
export interface Edge<State extends string, Action extends string> {
  readonly action: Action;
  readonly from: readonly State[];
  readonly to: readonly State[];
  /** Who does it, in a word or two, for the drawing: `officer`, `owner`, `time`. */
  readonly by: string;
}

/** A lifecycle as one literal table. */
export interface LifecycleTable<State extends string, Action extends string> {
  /** The noun that lives it: `Nomination`. */
  readonly name: string;
  /** The state in which it is born. */
  readonly initial: State;
  /** Every state with its meaning; the GraphQL enum takes its descriptions from here. */
  readonly states: Readonly<Record<State, string>>;
  readonly edges: readonly Edge<State, Action>[];
}

/** A checked lifecycle. */
export interface Lifecycle<State extends string, Action extends string> extends LifecycleTable<
  State,
  Action
> {
  /** The states, in the order of the table. */
  readonly stateNames: readonly State[];
  readonly actions: readonly Action[];
  /** A `{ RECEIVED: 'RECEIVED', … }` object, as GraphQL enums are registered from. */
  readonly stateEnum: Readonly<Record<State, State>>;
  /** The states in which an action may be taken. */
  allowedStates(action: Action): readonly State[];
  /** The actions that may be taken in a state. */
  actionsIn(state: State): readonly Action[];
  /** True for a state that nothing leads out of. */
  isFinal(state: State): boolean;
  /** Accepts when the action may be taken in the state, otherwise refuses with WrongState. */
  permit(action: Action, state: State, rule?: Rule): Decision;
  /** The state an action leads to; an Error when the table has no such edge (a mistake in the code). */
  move(action: Action, from: State, to?: State): State;
}

/**
 * Checks a lifecycle table and makes it usable.
 * @throws Error at boot when an edge names an unknown state, a state cannot be reached, a state and an action
 * stand together in two edges, or an action of several outcomes is ambiguous.
 */
export function defineLifecycle<State extends string, Action extends string>(
  table: LifecycleTable<State, Action>,
): Lifecycle<State, Action> {
  const stateNames = Object.keys(table.states) as State[];
  const fail = (what: string): never => {
    throw new Error(`Lifecycle ${table.name}: ${what}.`);
  };
  const known = new Set<string>(stateNames);
  if (!known.has(table.initial)) fail(`initial state ${table.initial} is not a state`);
  const seen = new Set<string>();
  for (const edge of table.edges) {
    if (edge.from.length === 0 || edge.to.length === 0) fail(`${edge.action} leads from or to nowhere`);
    for (const state of [...edge.from, ...edge.to])
      if (!known.has(state)) fail(`${edge.action} names unknown state ${state}`);
    for (const from of edge.from) {
      const pair = `${edge.action} in ${from}`;
      if (seen.has(pair)) fail(`${pair} stands in two edges`);
      seen.add(pair);
    }
  }
  const reached = new Set<State>([table.initial]);
  for (let grown = true; grown;) {
    grown = false;
    for (const edge of table.edges)
      if (edge.from.some((state) => reached.has(state)))
        for (const state of edge.to)
          if (!reached.has(state)) {
            reached.add(state);
            grown = true;
          }
  }
  for (const state of stateNames) if (!reached.has(state)) fail(`state ${state} cannot be reached`);

  const allowedStates = (action: Action) =>
    table.edges.filter((edge) => edge.action === action).flatMap((edge) => edge.from);
  const words = (state: string) => state.toLowerCase().replace(/_/g, ' ');
  return {
    ...table,
    stateNames,
    actions: [...new Set(table.edges.map((edge) => edge.action))],
    stateEnum: Object.fromEntries(stateNames.map((state) => [state, state])) as Record<State, State>,
    allowedStates,
    actionsIn: (state) => table.edges.filter((edge) => edge.from.includes(state)).map((edge) => edge.action),
    isFinal: (state) => !table.edges.some((edge) => edge.from.includes(state)),
    permit(action, state, rule) {
      const allowed = allowedStates(action);
      if (allowed.includes(state)) return accept();
      return refuse(
        problem.wrongState(
          `${table.name} is ${words(state)}; this needs it to be ${allowed.map(words).join(' or ')}.`,
          state,
          allowed,
          rule ? { rule } : {},
        ),
      );
    },
    move(action, from, to) {
      const edge = table.edges.find((one) => one.action === action && one.from.includes(from));
      if (!edge) return fail(`${action} is not an edge out of ${from}`);
      if (to === undefined)
        return edge.to.length === 1 ? edge.to[0]! : fail(`${action} has several outcomes`);
      return edge.to.includes(to) ? to : fail(`${action} does not lead from ${from} to ${to}`);
    },
  };
}
