// Budgets and caches of evaluation. A question may lead through any number of names, files and calls, some of them in
// circles; every step passes through here, so that each question ends and no answer is computed twice.
//
// A circle is cut where it closes. What is inside a circle is kept only while the circle is being evaluated, because it
// was computed without the part that was cut off; the step that the circle starts and ends with is kept for good. An
// answer that a limit has cut short is kept for the same question alone, never for others that pass by.

import type { Value } from './value.ts';
import { unknown } from './values.ts';

/** Nesting of evaluations; far below what the JavaScript stack holds. */
const MAX_DEPTH = 80;
/** Evaluations of one round; a question has several when a chain is longer than the nesting allows. */
const MAX_STEPS = 1000;
const MAX_ROUNDS = 100;
/** Ends of chains that one round notes, to go on from there in the next. */
const MAX_NOTED = 4;
/**
 * Steps without a lasting result, in all and for each question asked, after which questions get small budgets: the code
 * is made to be expensive.
 */
const MAX_WASTED = 200_000;
const MAX_WASTED_PER_QUESTION = 20;
const MAX_STEPS_WHEN_SHORT = 50;

/** Depths are counted from 1; what depends on depth 0 was cut by a limit and is never kept. */
const LIMIT = 0;
const NOTHING = Number.MAX_SAFE_INTEGER;

type Key = number | string;

interface Step {
  readonly memo: Memo;
  readonly key: Key;
  readonly compute: () => Value;
}

interface Provisional {
  readonly value: Value;
  /** depth of the outermost running step that it was computed without */
  readonly lowest: number;
}

/** What one module knows already. */
export class Memo {
  readonly settled = new Map<Key, Value>();
  /** answers to questions that a limit has cut short */
  readonly answered = new Map<Key, Value>();
  /** inside circles that are being evaluated */
  readonly provisional = new Map<Key, Provisional>();
  /** depth of each running step */
  readonly running = new Map<Key, number>();
}

export class Budget {
  #depth = 0;
  #steps = 0;
  #maxSteps = MAX_STEPS;
  #wasted = 0;
  #questions = 0;
  /** depth of the outermost running step that the current one has met again */
  #lowest = NOTHING;
  readonly #provisional: { readonly memo: Memo; readonly key: Key }[] = [];
  /** steps at which a limit has cut the running round short */
  #noted: Step[] = [];

  run(memo: Memo, key: Key, compute: () => Value): Value {
    const settled = memo.settled.get(key);
    if (settled !== undefined) return settled;
    if (this.#depth === 0) return this.#ask({ memo, key, compute });
    const provisional = memo.provisional.get(key);
    if (provisional !== undefined) {
      this.#lowest = Math.min(this.#lowest, provisional.lowest);
      return provisional.value;
    }
    const running = memo.running.get(key);
    if (running !== undefined) {
      this.#lowest = Math.min(this.#lowest, running);
      return unknown('it is defined by itself');
    }
    if (this.#depth >= MAX_DEPTH || this.#steps >= this.#maxSteps) {
      this.#lowest = LIMIT;
      if (this.#noted.length < MAX_NOTED) this.#noted.push({ memo, key, compute });
      return unknown('it takes too many steps to find out');
    }
    return this.#evaluate(memo, key, compute);
  }

  /**
   * Answers a question from outside. Where a limit cuts a chain (a = b; b = c; …), its far part is settled first, as a
   * question of its own, and then the near part again.
   */
  #ask(question: Step): Value {
    const answered = question.memo.answered.get(question.key);
    if (answered !== undefined) return answered;
    const isShort = this.#wasted > MAX_WASTED + MAX_WASTED_PER_QUESTION * ++this.#questions;
    this.#maxSteps = isShort ? MAX_STEPS_WHEN_SHORT : MAX_STEPS;
    const waiting: { readonly step: Step; tries: number }[] = [{ step: question, tries: 0 }];
    let value = unknown('nothing was found out');
    for (let round = 0; waiting.length > 0 && round < (isShort ? 1 : MAX_ROUNDS); round++) {
      const last = waiting[waiting.length - 1] as (typeof waiting)[number];
      value = this.#round(last.step);
      if (last.step.memo.settled.has(last.step.key) || ++last.tries > 1) waiting.pop();
      else waiting.push(...this.#noted.map((step) => ({ step, tries: 0 })));
    }
    const result = question.memo.settled.get(question.key) ?? (waiting.length === 0 ? value : this.#round(question));
    if (!question.memo.settled.has(question.key)) question.memo.answered.set(question.key, result);
    return result;
  }

  #round({ memo, key, compute }: Step): Value {
    const settled = memo.settled.get(key);
    if (settled !== undefined) return settled;
    this.#steps = 0;
    this.#lowest = NOTHING;
    this.#noted = [];
    const value = this.#evaluate(memo, key, compute);
    this.#forget(0);
    if (!memo.settled.has(key)) this.#wasted += this.#steps;
    return value;
  }

  #evaluate(memo: Memo, key: Key, compute: () => Value): Value {
    const around = this.#lowest;
    const kept = this.#provisional.length;
    this.#lowest = NOTHING;
    this.#steps++;
    const depth = ++this.#depth;
    memo.running.set(key, depth);
    let value: Value;
    try {
      value = compute();
    } finally {
      this.#depth--;
      memo.running.delete(key);
    }
    const lowest = this.#lowest;
    if (lowest >= depth) {
      memo.settled.set(key, value);
      this.#forget(kept);
      this.#lowest = around;
    } else {
      memo.provisional.set(key, { value, lowest });
      this.#provisional.push({ memo, key });
      this.#lowest = Math.min(around, lowest);
    }
    return value;
  }

  #forget(kept: number): void {
    while (this.#provisional.length > kept) {
      const last = this.#provisional.pop();
      last?.memo.provisional.delete(last.key);
    }
  }
}
