// The memo: an array as far as writers fill it, and a map for indices far beyond, so that no index sizes an allocation.

import { LimitReached } from '../budget.ts';
import type { Value } from './program.ts';

const MAX_ENTRIES = 4_000_000;
/** Indices this far behind the last one are holes in the array; others go to the map. */
const MAX_HOLE = 256;

export class Memo {
  /** entries, which is where `MEMOIZE` puts the next one */
  size = 0;
  largest = 0;
  readonly #dense: (Value | undefined)[] = [];
  readonly #sparse = new Map<number | bigint, Value>();

  /** An index above 2^53 is a bigint. */
  get(index: number | bigint): Value | undefined {
    return (typeof index === 'number' ? this.#dense[index] : undefined) ?? this.#sparse.get(index);
  }

  put(index: number | bigint, value: Value): void {
    if (index === this.#dense.length && this.#sparse.size === 0 && this.size < MAX_ENTRIES) {
      this.#dense.push(value);
      this.size++;
      if (index > this.largest) this.largest = index;
      return;
    }
    if (this.get(index) === undefined && ++this.size > MAX_ENTRIES) {
      throw new LimitReached('steps', `remembers more than ${MAX_ENTRIES / 1e6} million objects`);
    }
    this.largest = Math.max(this.largest, Number(index));
    const dense = this.#dense;
    if (typeof index === 'bigint' || index > dense.length + MAX_HOLE || this.#sparse.has(index)) {
      this.#sparse.set(index, value);
      return;
    }
    while (dense.length < index) dense.push(undefined);
    dense[index] = value;
  }

  copy(): Memo {
    const other = new Memo();
    this.#dense.forEach((value, index) => {
      if (value !== undefined) other.put(index, value);
    });
    for (const [index, value] of this.#sparse) other.put(index, value);
    return other;
  }
}
