/** A text to be kept as a file. */
export interface Download {
  readonly name: string;
  /** Media type. */
  readonly type: string;
  readonly text: string;
}

/** Hands the visitor a file that was made in the page; nothing is sent anywhere. */
export function download({ name, type, text }: Download): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
