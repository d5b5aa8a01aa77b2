// Our own mistakes. A broken invariant is never the user's fault: it ends the run with exit code 4 and a request
// to report it. Mistakes of the user are `UsageError`; trouble with the input is a `Problem`, which is data.

/** Thrown when heed contradicts itself. Caught once, in `cli`. */
export class HeedBug extends Error {
  override readonly name = 'HeedBug';
}

/** States what must be true at this point; `why` says why it must. Throws {@link HeedBug} when it is not. */
export function invariant(condition: unknown, why: string): asserts condition {
  if (!condition) throw new HeedBug(why);
}

/** Thrown for what the user must put right (arguments, configuration, paths). Caught once, in `cli`: exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
