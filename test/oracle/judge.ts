// Compares one file. CPython is started only when an answer is not known yet or a difference is to be shown: with a warm
// cache and equal trees it never is.

import { readFileSync } from 'node:fs';
import { createParser, Names, type Tree } from '../../src/python/syntax/index.ts';
import { canonicalDigest, canonicalText } from './canonical.ts';
import { type CPython, startCPython, toJudgement } from './cpython.ts';
import { type Difference, excerpt, findDifference } from './difference.ts';
import { reduce } from './reduce.ts';

export type Outcome =
  /** both accept, the trees are equal */
  | 'equal'
  /** both accept, the trees differ; or heed reports a problem that CPython does not see */
  | 'unequal'
  /** both reject, on the same line */
  | 'alike'
  /** both reject, on different lines */
  | 'elsewhere'
  /** CPython rejects, heed does not */
  | 'accepted'
  /** CPython ran out of stack or memory */
  | 'unable';

export interface Verdict {
  readonly outcome: Outcome;
  /** CPython's answer, to be remembered. */
  readonly answer: string;
  /** CPython's message, or the category of the difference. */
  readonly category: string;
  readonly line: number;
  readonly detail: string;
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

export class Judge {
  // Awaited once, when first needed; then every call is synchronous.
  #cpython: CPython | undefined;
  readonly #parser = createParser(new Names());

  async judge(file: string, knownAnswer: string | undefined): Promise<Verdict> {
    const source = readFileSync(file);
    const answer = knownAnswer ?? (await this.#started()).digest(source);
    const judgement = toJudgement(answer);
    if (judgement.kind === 'unable') return { outcome: 'unable', answer, category: judgement.why, line: 0, detail: '' };

    let tree: Tree;
    try {
      tree = this.#parser.parse(source);
    } catch (error) {
      const thrown = error instanceof Error ? error : new Error(String(error));
      const category = `heed throws: ${thrown.message}`;
      return { outcome: 'unequal', answer, category, line: 0, detail: thrown.stack ?? thrown.message };
    }
    const problems = tree.problems.map((problem) => ({ ...problem, line: tree.lines.lineOf(problem.start) }));

    if (judgement.kind === 'rejected') {
      const { line, message } = judgement;
      const seen = problems.map((problem) => `heed    ${problem.line}: ${problem.message}`);
      const text = decoder.decode(tree.bytes);
      const detail = [`CPython ${line}: ${message}`, ...seen.slice(0, 3), ...excerpt(text, line)].join('\n');
      // Line 0: CPython names no line, as for a source that holds a NUL.
      const isAlike = problems.some((problem) => line === 0 || problem.line === line);
      const outcome = isAlike ? 'alike' : problems.length > 0 ? 'elsewhere' : 'accepted';
      return { outcome, answer, category: message, line, detail };
    }

    const [problem] = problems;
    if (problem !== undefined) {
      const detail = [`heed    ${problem.message}`, ...excerpt(decoder.decode(tree.bytes), problem.line)].join('\n');
      return { outcome: 'unequal', answer, category: `heed rejects: ${problem.message}`, line: problem.line, detail };
    }
    if (canonicalDigest(tree) === judgement.digest)
      return { outcome: 'equal', answer, category: '', line: 0, detail: '' };
    const text = canonicalText(tree);
    const difference = findDifference(text, (await this.#started()).canonical(source), decoder.decode(tree.bytes));
    return { outcome: 'unequal', answer, ...difference };
  }

  /** A small source that differs in the same way as `file` does. */
  async reduce(file: string, category: string, budget: number): Promise<string> {
    const cpython = await this.#started();
    const same = (candidate: string) => this.#differenceIn(cpython, candidate)?.category === category;
    const source = readFileSync(file, 'utf8');
    return same(source) ? reduce(source, same, budget) : '';
  }

  #differenceIn(cpython: CPython, candidate: string): Pick<Difference, 'category'> | undefined {
    const source = Buffer.from(candidate);
    const judgement = toJudgement(cpython.digest(source));
    if (judgement.kind === 'unable') return undefined;
    try {
      const tree = this.#parser.parse(source);
      const [problem] = tree.problems;
      if (judgement.kind === 'rejected') return problem === undefined ? { category: judgement.message } : undefined;
      if (problem !== undefined) return { category: `heed rejects: ${problem.message}` };
      const text = canonicalText(tree);
      const other = cpython.canonical(source);
      return text === other ? undefined : findDifference(text, other, candidate);
    } catch (error) {
      return { category: `heed throws: ${error instanceof Error ? error.message : String(error)}` };
    }
  }

  async #started(): Promise<CPython> {
    this.#cpython ??= await startCPython();
    return this.#cpython;
  }
}
