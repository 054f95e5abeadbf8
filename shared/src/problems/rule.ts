/** The law or the council's own policy that stands behind an answer. */
export interface Rule {
  /** Name of the act, regulation or policy: `Localism Act 2011`. */
  readonly title: string;
  /** Where in it: `s. 95(6)`. */
  readonly section: string;
  /** Where it can be read; null for a policy that is not published. */
  readonly url: string | null;
}
