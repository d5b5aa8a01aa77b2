// Which paths Git would not look at: `.gitignore` files from the repository's root down to a folder, the deeper one
// deciding, and `exclude` patterns of heed's own configuration in the same language.

import ignore, { type Ignore } from 'ignore';
import type { Machine } from './machine.ts';

/** Patterns that hold below one folder. */
interface PatternSet {
  /** absolute path of the folder, with a trailing slash */
  readonly base: string;
  readonly patterns: Ignore;
}

/** The pattern sets in force in a folder, the outermost first. Never changed: folders below get a longer list. */
export type IgnoreRules = readonly PatternSet[];

export const noIgnoreRules: IgnoreRules = [];

export function withPatterns(rules: IgnoreRules, folder: string, text: string | readonly string[]): IgnoreRules {
  const patterns = ignore({ allowRelativePaths: true }).add(text as string | string[]);
  return [...rules, { base: folder.endsWith('/') ? folder : `${folder}/`, patterns }];
}

/** The rules that hold in a folder: those of its parent and of its own `.gitignore`, when there is one. */
export function withGitignoreOf(rules: IgnoreRules, folder: string, machine: Machine): IgnoreRules {
  const text = readText(machine, `${folder}/.gitignore`);
  return text === undefined ? rules : withPatterns(rules, folder, text);
}

/**
 * The rules that hold in a folder from where the scan starts, taken from the repository around it. A start folder that
 * its own repository ignores was named on purpose: the repository's rules then say nothing about it.
 */
export function ignoreRulesAround(folder: string, machine: Machine): IgnoreRules {
  const above = foldersUpToRepository(folder, machine);
  let rules = noIgnoreRules;
  for (const [index, each] of above.entries()) {
    if (index === 0) {
      const excluded = readText(machine, `${each}/.git/info/exclude`);
      if (excluded !== undefined) rules = withPatterns(rules, each, excluded);
    }
    if (each !== folder && isIgnored(rules, above[index + 1] as string, true)) return noIgnoreRules;
    if (each !== folder) {
      rules = withGitignoreOf(rules, each, machine);
      if (isIgnored(rules, folder, true)) return noIgnoreRules;
    }
  }
  return rules;
}

/** Whether an absolute path is ignored. The deepest set that has an opinion decides, as in Git. */
export function isIgnored(rules: IgnoreRules, path: string, isFolder: boolean): boolean {
  for (let index = rules.length - 1; index >= 0; index--) {
    const { base, patterns } = rules[index] as PatternSet;
    if (!path.startsWith(base) || path.length === base.length) continue;
    const relative = path.slice(base.length);
    const { ignored, unignored } = patterns.test(isFolder ? `${relative}/` : relative);
    if (ignored) return true;
    if (unignored) return false;
  }
  return false;
}

/** From the repository's root to `folder`; empty when there is no repository around it. */
function foldersUpToRepository(folder: string, machine: Machine): readonly string[] {
  const chain: string[] = [];
  for (let each = folder; ; each = parentOf(each)) {
    chain.unshift(each);
    if (machine.kindOf(`${each}/.git`) !== 'missing') return chain;
    if (parentOf(each) === each) return [];
  }
}

export function parentOf(path: string): string {
  const end = path.lastIndexOf('/');
  if (end < 0) return path;
  // `/` and `C:/` are their own parents.
  return end === 0 || path[end - 1] === ':' ? path.slice(0, end + 1) : path.slice(0, end);
}

function readText(machine: Machine, path: string): string | undefined {
  if (machine.kindOf(path) !== 'file') return undefined;
  try {
    return new TextDecoder().decode(machine.readFile(path));
  } catch {
    // An unreadable .gitignore hides nothing.
    return undefined;
  }
}
