// Budgets and caches of evaluation. A question may lead through any number of names, files and calls, some of them in
// circles; every step passes through here, so that each question ends and no answer is computed twice.
//
// A circle is cut where it closes. What is inside a circle is kept only while the circle is being evaluated, because it
// was computed without the part that was cut off; the step that the circle starts and ends with is kept for good. An
// answer that a limit has cut short is kept for the same question alone, never for others that pass by.

import type { Value } from './value.ts';
import { outOfSteps, unknown } from './values.ts';

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
const IDLE = -1;

/** What is known about one question of one module; `level` is the depth that it runs at or was computed without. */
export class Answer {
  settled: Value | undefined = undefined;
  /** answer to a question that a limit has cut short */
  cutShort: Value | undefined = undefined;
  /** inside a circle that is being evaluated */
  provisional: Value | undefined = undefined;
  /** while it runs, its depth; while it is provisional, the depth of the outermost step that it was computed without */
  level = IDLE;
}

interface Step {
  readonly answer: Answer;
  readonly compute: () => Value;
}

export class Budget {
  #depth = 0;
  #steps = 0;
  #maxSteps = MAX_STEPS;
  #wasted = 0;
  #questions = 0;
  /** depth of the outermost running step that the current one has met again */
  #lowest = NOTHING;
  readonly #provisional: Answer[] = [];
  /** steps at which a limit has cut the running round short */
  #noted: Step[] = [];

  run(answer: Answer, compute: () => Value): Value {
    if (answer.settled !== undefined) return answer.settled;
    if (this.#depth === 0) return this.#ask({ answer, compute });
    if (answer.level !== IDLE) {
      if (answer.level < this.#lowest) this.#lowest = answer.level;
      return answer.provisional ?? itself;
    }
    if (this.#depth >= MAX_DEPTH || this.#steps >= this.#maxSteps) {
      this.#lowest = LIMIT;
      if (this.#noted.length < MAX_NOTED) this.#noted.push({ answer, compute });
      return unknown(outOfSteps);
    }
    return this.#evaluate(answer, compute);
  }

  /**
   * Answers a question from outside. Where a limit cuts a chain (a = b; b = c; …), its far part is settled first, as a
   * question of its own, and then the near part again.
   */
  #ask(question: Step): Value {
    const { answer } = question;
    if (answer.cutShort !== undefined) return answer.cutShort;
    const isShort = this.#wasted > MAX_WASTED + MAX_WASTED_PER_QUESTION * ++this.#questions;
    this.#maxSteps = isShort ? MAX_STEPS_WHEN_SHORT : MAX_STEPS;
    let value = this.#round(question);
    if (answer.settled !== undefined) return answer.settled;
    const waiting = [{ step: question, tries: 1 }, ...this.#noted.map((step) => ({ step, tries: 0 }))];
    for (let round = 1; waiting.length > 0 && round < (isShort ? 1 : MAX_ROUNDS); round++) {
      const last = waiting[waiting.length - 1] as (typeof waiting)[number];
      value = this.#round(last.step);
      if (last.step.answer.settled !== undefined || ++last.tries > 1) waiting.pop();
      else waiting.push(...this.#noted.map((step) => ({ step, tries: 0 })));
    }
    if (answer.settled !== undefined) return answer.settled;
    const result = waiting.length === 0 ? value : this.#round(question);
    if (answer.settled === undefined) answer.cutShort = result;
    return result;
  }

  #round({ answer, compute }: Step): Value {
    if (answer.settled !== undefined) return answer.settled;
    this.#steps = 0;
    this.#lowest = NOTHING;
    this.#noted = [];
    const value = this.#evaluate(answer, compute);
    this.#forget(0);
    if (answer.settled === undefined) this.#wasted += this.#steps;
    return value;
  }

  #evaluate(answer: Answer, compute: () => Value): Value {
    const around = this.#lowest;
    const kept = this.#provisional.length;
    this.#lowest = NOTHING;
    this.#steps++;
    const depth = ++this.#depth;
    answer.level = depth;
    let value: Value | undefined;
    try {
      value = compute();
    } finally {
      this.#depth--;
      answer.level = IDLE;
    }
    const lowest = this.#lowest;
    if (lowest >= depth) {
      answer.settled = value;
      this.#forget(kept);
      this.#lowest = around;
    } else {
      answer.provisional = value;
      answer.level = lowest;
      this.#provisional.push(answer);
      this.#lowest = Math.min(around, lowest);
    }
    return value;
  }

  #forget(kept: number): void {
    while (this.#provisional.length > kept) {
      const last = this.#provisional.pop() as Answer;
      last.provisional = undefined;
      last.level = IDLE;
    }
  }
}

const itself = unknown('it is defined by itself');
