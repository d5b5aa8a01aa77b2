// From the bytes of Python files to verdicts. The steps carry the names that timings are reported under.

import type { FileRole, Finding, Problem, SiteExplanation, ThreatModel, Use } from '../core/index.ts';
import { type Library, type Sanitizer, withSanitizers } from '../models/index.ts';
import {
  createEngine,
  type ObservedModule,
  type ProjectText,
  readProject,
  type Statistics,
} from '../python/flow/index.ts';
import { createProject } from '../python/semantics/index.ts';
import { ast, createParser, Names, type Tree, trainParser } from '../python/syntax/index.ts';
import { openSession, type Rule, type Session, type Target } from '../rulekit/index.ts';
import { indexCallers } from './callers.ts';
import { findCandidates } from './candidates.ts';
import { type Contexts, openContexts, watchSites } from './contexts.ts';
import { dedupe, inOrder } from './dedupe.ts';
import { explainLine, type JudgeAgain, type LineInQuestion } from './explain.ts';
import { judgeSite } from './judge.ts';
import { findModuleFiles, judgeModuleFile } from './module-files.ts';
import { findSites, type RunsOf } from './sites.ts';
import { suppress } from './suppress.ts';
import { treeOf } from './tree-of.ts';
import { readTriggers, wellKnownNames } from './triggers.ts';
import { findImports } from './uses.ts';

export interface InputFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly role: FileRole;
}

export interface AnalyseOptions {
  readonly target: Target;
  readonly threatModel: ThreatModel;
  /** functions of the project whose results are harmless */
  readonly sanitizers?: readonly Sanitizer[];
  /** What libraries mean; the standard one unless a test brings its own. */
  readonly library?: Library;
  /** modules whose imports are to be counted */
  readonly modules?: readonly string[];
  /** Judges this file alone and says why of this line; the other files are there for what they define. */
  readonly explain?: LineInQuestion;
  /** Judges sites by their text alone, without running anything: to see what running costs, and what it tells. */
  readonly byText?: boolean;
  /** Source that is judged in one session, in bytes. */
  readonly bytesOfSession?: number;
  /** Told when a step starts, for timings. */
  onStep?(step: Step): void;
  /** Told what running code has cost, after each part. */
  onPart?(statistics: Statistics): void;
}

export type Step = 'parse' | 'find-sites' | 'bind' | 'judge' | 'suppress';

export interface Analysis {
  /** by path, place and rule */
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
  /** functions and module bodies that were too much to run whole, each once: path and offset */
  readonly tooMuch: readonly string[];
  /** of the line in question */
  readonly explanations?: readonly SiteExplanation[];
  /** of all files, where modules were asked for */
  readonly imports?: ReadonlyMap<string, Use>;
  /** where Python is started */
  readonly starts?: Use | undefined;
}

export function analyse(files: readonly InputFile[], rules: readonly Rule[], options: AnalyseOptions): Analysis {
  const prepared = prepare(files, rules, options);
  options.onStep?.('judge');
  return together(
    prepared,
    Array.from({ length: prepared.partCount }, (_, part) => prepared.judge(part)),
  );
}

/** Everything up to judging. Parts can be judged in any order, by any thread that has prepared the same files. */
export interface Prepared {
  readonly problems: readonly Problem[];
  readonly partCount: number;
  judge(part: number): Analysis;
  /** how the modules that were asked for are imported, in all files */
  imports(): ReadonlyMap<string, Use>;
}

export function prepare(files: readonly InputFile[], rules: readonly Rule[], options: AnalyseOptions): Prepared {
  const library = options.library ?? withSanitizers(options.sanitizers ?? []);
  const problems: Problem[] = [];
  const step = (name: Step) => options.onStep?.(name);

  // 1. parse
  step('parse');
  const table = readTriggers(rules, library);
  const names = new Names(wellKnownNames(table));
  const parser = createParser(names);
  if (files.reduce((sum, { bytes }) => sum + bytes.length, 0) > bytesWorthTraining) trainParser(parser);
  const trees = files.map(({ path, bytes }) => {
    const tree = treeOf(parser, bytes);
    problems.push(...problemsOf(tree, path));
    return tree;
  });

  // 2. find sites: where anything may matter, by spelling alone
  step('find-sites');
  const paths = files.map(({ path }) => path);
  const { candidates, importStatements } = findCandidates(trees, paths, table, library, names);

  // 3. bind: modules are bound when they are first asked something, so files without candidates never are
  step('bind');
  const parsed = files.map(({ path }, at) => ({ path, tree: trees[at] as Tree }));
  const roles = new Map(files.map(({ path, role }) => [path, role]));
  const registeringCalls = new Map();
  const open = (): Session =>
    openSession({
      project: createProject(parsed, library, {
        python: { minimum: options.target.minimum, maximum: options.target.maximum },
      }),
      library,
      target: options.target,
      threatModel: options.threatModel,
      roleOf: (path) => roles.get(path) ?? 'app',
      registeringCalls,
    });
  const isAskedFor = (path: string) => options.explain === undefined || options.explain.path === path;
  const candidatesOf = (at: number) => {
    const { path, role } = files[at] as InputFile;
    return isJudged(path, role) && isAskedFor(path) ? candidates[at] : undefined;
  };
  const judgedBytes = files.map(({ bytes }, at) => (candidatesOf(at) === undefined ? 0 : bytes.length));
  const parts = partsOf(judgedBytes, options.bytesOfSession ?? bytesOfSession);

  const callers = indexCallers(trees);
  let projectText: ProjectText | undefined;
  const readText = () => (projectText ??= readProject(parsed));
  // What tests hand over says nothing about what the program is handed.
  const isTest = files.map(({ role }) => role === 'test');
  const mayCall = (caller: number, called: number) => !isTest[caller] || isTest[called] === true;
  const isWatched = watchSites(paths, trees, candidates);

  const moduleFiles = findModuleFiles(paths);

  // 4. judge, one verdict a site and rule
  const judge = (part: number): Analysis => {
    const session = open();
    const engine = createEngine(session.project, isWatched, readText);
    const contexts = openContexts(engine, trees, paths, callers, mayCall, options.byText === true);
    const findings: Finding[] = [];
    const crashes: Problem[] = [];
    const explanations: SiteExplanation[] = [];
    const [from, to] = parts[part] as readonly [number, number];
    for (let at = from; at < to; at++) {
      const { path, role } = files[at] as InputFile;
      if (!isAskedFor(path)) continue;
      const own = candidatesOf(at);
      const isNeeded = own !== undefined || options.explain !== undefined;
      const base = isNeeded ? session.project.moduleAt(path) : undefined;
      const module = base === undefined ? undefined : contexts.observed(base);
      const sites =
        own === undefined || module === undefined
          ? []
          : findSites(session, module, own, table, runsOf(contexts, module));
      const judged =
        module === undefined ? [] : sites.map((site) => judgeSite(session, contexts, module, role, site, crashes));
      if (options.explain !== undefined && module !== undefined) {
        const again: JudgeAgain = (site, problems) => judgeSite(session, contexts, module, role, site, problems);
        explanations.push(...explainLine(session, module, sites, options.explain.line, again));
      }

      const asModule = moduleFiles.get(at);
      const ofFile =
        asModule === undefined || !isJudged(path, role)
          ? []
          : judgeModuleFile(session, files, trees, at, asModule, rules, crashes);

      // 5. suppress: also where nothing was found, for comments that acknowledge nothing
      const suppressed = suppress(trees[at] as Tree, path, [...dedupe(judged), ...ofFile], rules);
      findings.push(...suppressed.findings);
      crashes.push(...suppressed.problems);
    }
    options.onPart?.(engine.statistics);
    const tooMuch = engine.tooMuch.map(({ module, node }) => `${module.path} ${module.tree.start(node)}`);
    return { findings, problems: crashes, tooMuch, explanations };
  };
  const imports = () => findImports(files, trees, importStatements, options.modules ?? [], library);
  return { problems, partCount: parts.length, judge, imports };
}

/** The analysis of all files from that of its parts, given in the parts' order. */
export function together(prepared: Prepared, parts: readonly Analysis[]): Analysis {
  return {
    findings: inOrder(parts.flatMap(({ findings }) => findings)),
    problems: [...prepared.problems, ...parts.flatMap(({ problems }) => problems)],
    // A function that files of several parts call is run in each.
    tooMuch: [...new Set(parts.flatMap(({ tooMuch }) => tooMuch))].sort(),
    explanations: parts.flatMap(({ explanations }) => explanations ?? []),
    imports: prepared.imports(),
  };
}

function runsOf(contexts: Contexts, module: ObservedModule): RunsOf {
  return (call) => {
    if (contexts.areByText) return [];
    const { own, called } = contexts.of(module, call, undefined);
    // Callers are worth running where they decide what is called.
    const callee = own.seen(ast.Call.callee(module.tree, call));
    const isUpToCallers =
      !own.isShort && (callee === undefined || callee.facts.some(({ kind }) => kind === 'parameter'));
    const frames = isUpToCallers ? [own, ...called('all').frames] : [own];
    return frames.filter((frame) => frame.hasRun(call));
  };
}

/** Ranges of files, each with about so many bytes to judge. */
function partsOf(judgedBytes: readonly number[], most: number): readonly (readonly [from: number, to: number])[] {
  const parts: [number, number][] = [];
  let from = 0;
  let sum = 0;
  judgedBytes.forEach((bytes, at) => {
    if (sum > most && bytes > 0) {
      parts.push([from, at]);
      [from, sum] = [at, 0];
    }
    sum += bytes;
  });
  if (from < judgedBytes.length) parts.push([from, judgedBytes.length]);
  return parts;
}

/** From here on, teaching the engine what parsing looks like saves more than it takes (some 10 ms). */
const bytesWorthTraining = 2 * 1024 * 1024;

/**
 * Source that is judged in one session. What a session has found out is kept, mostly about files that nobody will ask
 * for again; a new one starts with nothing but the trees, and finds out a second time what many files import.
 */
const bytesOfSession = 8 * 1024 * 1024;

/** Stubs hold no code that runs. */
function isJudged(path: string, role: FileRole): boolean {
  return role !== 'stub' && !path.endsWith('.pyi');
}

function problemsOf(tree: Tree, path: string): readonly Problem[] {
  return tree.problems.map(({ start, end, message }) => ({
    kind: 'syntax',
    path,
    span: { start, end },
    message,
    hidesCode: true,
  }));
}
