/**
 * The promise's own outcome, or the error if it has none in time. What goes on after that is nobody's: its
 * late failure is dropped.
 */
export async function withinDeadline<T>(
  work: Promise<T>,
  milliseconds: number,
  tooLate: () => Error,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(tooLate()), milliseconds);
  });
  try {
    return await Promise.race([work, deadline]);
  } finally {
    clearTimeout(timer);
  }
}
