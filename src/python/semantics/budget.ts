// Budgets and caches of evaluation. A question may lead through any number of names, files and calls, some of them in
// circles; every step passes through here, so that each question ends and no answer is computed twice.
//
// An answer is kept for good only if nothing below it was cut off; what was cut is kept for the running question alone.
// So answers do not depend on the order in which questions are asked.

import type { Value } from './value.ts';
import { unknown } from './values.ts';

/** Nesting of evaluations; far below what the JavaScript stack holds. */
const MAX_DEPTH = 120;
/** Evaluations that one question may set off. */
const MAX_STEPS = 4000;

type Key = number | string;

/** What one module knows already. */
export class Memo {
  /** exact for all time */
  readonly settled = new Map<Key, Value>();
  /** for questions asked from outside, budgets notwithstanding */
  readonly answered = new Map<Key, Value>();
  /** for the running question */
  readonly provisional = new Map<Key, Value>();
  readonly running = new Set<Key>();
}

export class Budget {
  #depth = 0;
  #steps = 0;
  /** grows whenever something is cut off */
  #cuts = 0;
  readonly #touched = new Set<Memo>();

  run(memo: Memo, key: Key, compute: () => Value): Value {
    const settled = memo.settled.get(key);
    if (settled !== undefined) return settled;
    if (this.#depth === 0) return this.#ask(memo, key, compute);
    const provisional = memo.provisional.get(key);
    if (provisional !== undefined) {
      this.#cuts++;
      return provisional;
    }
    if (memo.running.has(key)) return this.cut('it is defined by itself');
    if (this.#depth >= MAX_DEPTH || this.#steps >= MAX_STEPS) return this.cut('it takes too many steps to find out');
    return this.#evaluate(memo, key, compute);
  }

  cut(why: string): Value {
    this.#cuts++;
    return unknown(why);
  }

  #ask(memo: Memo, key: Key, compute: () => Value): Value {
    const answered = memo.answered.get(key);
    if (answered !== undefined) return answered;
    this.#steps = 0;
    this.#cuts = 0;
    const value = this.#evaluate(memo, key, compute);
    for (const each of this.#touched) each.provisional.clear();
    this.#touched.clear();
    if (!memo.settled.has(key)) memo.answered.set(key, value);
    return value;
  }

  #evaluate(memo: Memo, key: Key, compute: () => Value): Value {
    const cuts = this.#cuts;
    this.#depth++;
    this.#steps++;
    memo.running.add(key);
    let value: Value;
    try {
      value = compute();
    } finally {
      this.#depth--;
      memo.running.delete(key);
    }
    if (this.#cuts === cuts) memo.settled.set(key, value);
    else {
      memo.provisional.set(key, value);
      this.#touched.add(memo);
    }
    return value;
  }
}
