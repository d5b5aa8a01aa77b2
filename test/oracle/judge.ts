// Compares one file. CPython is started only when an answer is not known yet or a difference is to be shown: with a warm
// cache and equal trees it never is.

import { readFileSync } from 'node:fs';
import { createParser, Names, type Tree } from '../../src/python/syntax/index.ts';
import { canonicalDigest, canonicalText } from './canonical.ts';
import { type CPython, startCPython, toJudgement } from './cpython.ts';
import { type Difference, differenceAt, findDifferences } from './difference.ts';
import { reduce } from './reduce.ts';
import { straysOf } from './strays.ts';

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
  /** Empty when the trees are equal. */
  readonly differences: readonly Difference[];
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

export class Judge {
  #cpython: CPython | undefined;
  readonly #parser = createParser(new Names());

  async judge(file: string, knownAnswer: string | undefined): Promise<Verdict> {
    const source = readFileSync(file);
    const answer = knownAnswer ?? (await this.#started()).digest(source);
    const verdict = this.#compare(source, answer);
    if (verdict.outcome !== 'unequal' || verdict.differences.length > 0) return verdict;
    const canonical = (await this.#started()).canonical(source);
    return { ...verdict, differences: this.#differencesTo(canonical, source) };
  }

  /** A small source that differs in the same way as `file` does; empty when none was found. */
  async reduce(file: string, category: string, budget: number): Promise<string> {
    const cpython = await this.#started();
    const isSame = (candidate: string) => {
      const source = Buffer.from(candidate);
      const { outcome, differences } = this.#compare(source, cpython.digest(source));
      const isUnexplained = outcome === 'unequal' && differences.length === 0;
      const found = isUnexplained ? this.#differencesTo(cpython.canonical(source), source) : differences;
      return (
        outcome !== 'alike' && outcome !== 'unable' && found.some((difference) => difference.category === category)
      );
    };
    const source = readFileSync(file, 'utf8');
    return isSame(source) ? reduce(source, isSame, budget) : '';
  }

  /** Everything but where two trees differ: for that, CPython's tree is needed. */
  #compare(source: Uint8Array, answer: string): Verdict {
    const judgement = toJudgement(answer);
    if (judgement.kind === 'unable') return verdict('unable', answer, differenceAt(judgement.why, 0, '', []));
    let tree: Tree;
    try {
      tree = this.#parser.parse(source);
    } catch (error) {
      const thrown = error instanceof Error ? error : new Error(String(error));
      return verdict('unequal', answer, differenceAt(`heed throws: ${thrown.message}`, 0, '', [thrown.stack ?? '']));
    }
    const problems = tree.problems.map((problem) => ({ ...problem, line: tree.lines.lineOf(problem.start) }));

    if (judgement.kind === 'rejected') {
      const { line, message } = judgement;
      const seen = problems.map((problem) => `heed    ${problem.line}: ${problem.message}`).slice(0, 3);
      const category = message.replace(/\b(line|position) [\d-]+/g, '$1 N');
      const said = [`CPython ${line}: ${message}`, ...seen];
      // Line 0: CPython names no line, as for a source that holds a NUL.
      const isAlike = problems.some(
        ({ start, line: own }) => line === 0 || own === line || tree.lines.lineOf(lastInkBefore(tree, start)) === line,
      );
      const outcome = isAlike ? 'alike' : problems.length > 0 ? 'elsewhere' : 'accepted';
      return verdict(outcome, answer, differenceAt(category, line, decoder.decode(tree.bytes), said));
    }
    const [problem] = problems;
    if (problem !== undefined) {
      const { message, line } = problem;
      const source = decoder.decode(tree.bytes);
      return verdict('unequal', answer, differenceAt(`heed rejects: ${message}`, line, source, [`heed    ${message}`]));
    }
    const [stray] = straysOf(tree);
    if (stray !== undefined) return verdict('unequal', answer, differenceAt(`${stray} outside the tree`, 0, '', []));
    return verdict(canonicalDigest(tree) === judgement.digest ? 'equal' : 'unequal', answer);
  }

  #differencesTo(canonical: string, source: Uint8Array): Difference[] {
    const tree = this.#parser.parse(source);
    return findDifferences(canonicalText(tree), canonical, decoder.decode(tree.bytes));
  }

  async #started(): Promise<CPython> {
    this.#cpython ??= await startCPython();
    return this.#cpython;
  }
}

/** Where something is missing, the end of one line and the start of the next that holds anything are the same place. */
function lastInkBefore(tree: Tree, offset: number): number {
  let at = Math.min(offset, tree.bytes.length) - 1;
  while (at > 0 && (tree.bytes[at] as number) <= 0x20) at--;
  return Math.max(at, 0);
}

function verdict(outcome: Outcome, answer: string, ...differences: readonly Difference[]): Verdict {
  return { outcome, answer, differences };
}
