/** An option as programs are told it: `group-by`, as the command line writes it, and `groupBy` are the same. */
export const camelName = (name: string): string =>
  name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
