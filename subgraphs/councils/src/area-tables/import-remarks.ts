/** How many examples of one kind of remark are shown; the rest is counted. */
const SHOWN = 5;

/** What is odd about a file, gathered by kind: each kind is one sentence with its count and its first examples. */
export class ImportRemarks {
  private readonly kinds = new Map<string, { what: string; examples: string[]; count: number }>();

  /**
   * Notes one case.
   * @param what the kind, in the plural: `Rows without a code, not imported`
   * @param example the case, in a few words
   */
  add(what: string, example: string): void {
    const kind = this.kinds.get(what) ?? { what, examples: [], count: 0 };
    kind.count += 1;
    if (kind.examples.length < SHOWN) kind.examples.push(example.replace(/\.$/, ''));
    this.kinds.set(what, kind);
  }

  /** How many cases of a kind were noted. */
  count(what: string): number {
    return this.kinds.get(what)?.count ?? 0;
  }

  /** The remarks, in the order in which their kinds were first met. */
  sentences(): string[] {
    return [...this.kinds.values()].map(({ what, examples, count }) => {
      const more = count > examples.length ? `; and ${count - examples.length} more` : '';
      return `${what} (${count.toLocaleString('en-GB')}): ${examples.join('; ')}${more}.`;
    });
  }
}
