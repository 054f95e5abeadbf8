import type { BallotKind } from './election';
import type { Rational } from './rational';

/** How Equal Shares weighs what a voter gets from a project. */
export type Utility = 'cost' | 'cardinality';

/** How the budget that Equal Shares leaves over is used. */
export type Completion = 'none' | 'utilitarian';

/** What a resident is told about one project: the facts from which `explain` makes a sentence. */
export type Explanation =
  /** Greedy: it was its turn, and the money was there. `left` is what remained after it. */
  | { readonly kind: 'FUNDED_IN_TURN'; readonly place: number; readonly left: bigint }
  /** Greedy: it was its turn, and it cost more than was left. */
  | { readonly kind: 'NOT_AFFORDABLE'; readonly place: number; readonly left: bigint }
  /** Greedy without skipping: a project before it was not affordable, which ended the funding. */
  | { readonly kind: 'AFTER_THE_STOP'; readonly place: number; readonly stoppedAt: string }
  /** Its score did not reach the least that the rule asks for. */
  | { readonly kind: 'BELOW_LEAST_SCORE'; readonly least: number }
  /** Equal Shares: its supporters paid for it together. */
  | {
      readonly kind: 'PAID_BY_SUPPORTERS';
      /** What every supporter with enough money left paid for each point given (one point for an approval). */
      readonly price: Rational;
      /** Supporters who paid the price in full. */
      readonly inFull: number;
      /** Supporters who had less left and gave all of it. */
      readonly gaveAll: number;
      /** Supporters who had nothing left before its turn. */
      readonly hadNothing: number;
      /** The share of the budget that each voter began with. */
      readonly share: Rational;
    }
  /** Equal Shares: at the end, its supporters together had less left than it costs. */
  | {
      readonly kind: 'SUPPORTERS_SHORT';
      readonly supporters: number;
      readonly together: Rational;
      /** How much more it would have taken. */
      readonly short: Rational;
    }
  /** Nobody voted for it. */
  | { readonly kind: 'NO_SUPPORTERS' }
  /** Add1: the whole ballot paper costs no more than the budget. */
  | { readonly kind: 'EVERYTHING_AFFORDABLE' }
  /** Utilitarian completion: funded from what Equal Shares left over. */
  | { readonly kind: 'FUNDED_FROM_THE_REST'; readonly left: bigint };

/** What became of one project. */
export interface ProjectOutcome {
  readonly id: string;
  readonly name: string;
  readonly cost: bigint;
  readonly funded: boolean;
  /** Its place among the winners, from 1, in the order chosen; null when it is not funded. */
  readonly order: number | null;
  /** Ballots that name it. */
  readonly votes: number;
  /** Its score in parts of a point; the same as `votes` where a ballot only approves. */
  readonly support: number;
  readonly explanation: Explanation;
}

/** How Add1 came to its end. */
export interface Raises {
  /** Major units of the currency by which every voter's share was raised. */
  readonly raised: bigint;
  /** Why it was not raised further. */
  readonly ended: 'EVERYTHING_AFFORDABLE' | 'ALL_SUPPORTED_FUNDED' | 'NEXT_OVERSPENDS' | 'EXHAUSTIVE';
  /** What the outcome with one more unit would have cost, where that ended it. */
  readonly nextCost: bigint | null;
}

/** Who won, and why. */
export interface Outcome {
  readonly rule: string;
  readonly kind: BallotKind;
  /** Parts in one point, in which every `support` is counted. */
  readonly pointUnit: number;
  readonly budget: bigint;
  readonly spent: bigint;
  /** Ids in the order chosen. */
  readonly winners: readonly string[];
  /** Every project in the order of the ballot paper. */
  readonly projects: readonly ProjectOutcome[];
  /** Voters, those with an empty ballot included. */
  readonly voters: number;
  /** What each voter's share was in the end; null for the greedy rules. */
  readonly share: Rational | null;
  readonly raises: Raises | null;
}
