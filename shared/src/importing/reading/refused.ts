/** What is known of a file that was refused whole. */
export interface RefusalFacts {
  /** What it looks like instead: `an Excel workbook (.xlsx)`. */
  readonly looksLike?: string;
  /** Keys of the required columns that it lacks. */
  readonly missing?: readonly string[];
  /** The headers that it has. */
  readonly headers?: readonly string[];
}

/** A file that cannot be imported at all. The message is one sentence for the person who sent it. */
export class TableRefused extends Error {
  override readonly name = 'TableRefused';

  constructor(
    /** The file's name without folders. */
    readonly file: string,
    /** Why, as the rest of a sentence that begins with the file. */
    readonly reason: string,
    readonly facts: RefusalFacts = {},
  ) {
    super(`${file} cannot be imported: ${reason}.`);
  }
}
