// Reads annotated Python fixtures and compares what their marks say with what runs of the code see. Every function of the
// fixture is run by itself and so is each module body, so calls in the fixture are contexts too. A mark speaks about the
// argument of a `reveal(…)` on its line; without one, about the expression that the line consists of, or else about the
// first call that starts there:
//
//   value: "a"               what it holds, in the notation of `describeValue`: lists of unknown length show what may follow,
//                            ["ls", ...parameter x]; when the function around it is called in the fixture, what it holds in
//                            those calls: "a" / "b" (each once, in the order in which they are run)
//   alone: parameter x       what it holds when the function around it is run by itself
//   taint: flask.request, parameter x, ?    where what it holds can come from, over the same activations as `value`:
//                            sources as the models call them, parameters, `?` for what is not known; `none` when all of it is constant
//   reached: no              whether any of those activations comes here
//
// Several marks may stand on a line. `# file: app/views.py` alone on a line starts the next file.

import { readFileSync } from 'node:fs';
import { library } from '../../src/models/index.ts';
import { createEngine, type Frame } from '../../src/python/flow/index.ts';
import { describeValue, type ModuleSemantics, type Project, type Value } from '../../src/python/semantics/index.ts';
import { ast, Kind, type NodeId, type Tree } from '../../src/python/syntax/index.ts';
import { firstOnLine, projectOf, revealOnLine, splitFiles } from '../semantics/fixtures.ts';

export interface Mark {
  readonly path: string;
  /** line in the fixture, from 1 */
  readonly line: number;
  readonly kind: string;
  readonly expected: string;
  readonly actual: string;
}

const markPattern = /#\s*(value|alone|taint|reached):\s*(.*?)\s*(?=#\s*(?:value|alone|taint|reached):|$)/g;

export function readMarks(path: string): Mark[] {
  return marksOf(readFileSync(path, 'utf8'));
}

export function marksOf(source: string): Mark[] {
  const files = splitFiles(source);
  const project = projectOf(files);
  const engine = createEngine(project, () => 'all');
  // Who calls whom is known when all have been run.
  for (const module of project.modules) {
    const own = ownModule(project, module);
    for (const definition of functionsOf(module.tree)) engine.entry(own, definition);
  }
  const activations = (module: ModuleSemantics, node: NodeId, isAlone: boolean): readonly Frame[] => {
    const own = ownModule(project, module);
    const definition = module.functionOf(node) || module.tree.root;
    const called = isAlone ? [] : engine.seenByAll(own, definition);
    return called.length > 0 ? called : [engine.entry(own, definition)];
  };
  return files.flatMap((file, index) => {
    const module = project.modules[index] as ModuleSemantics;
    return marksIn(module.tree).map(({ line, kind, expected }): Mark => {
      const subject = subjectOnLine(module.tree, line);
      const frames = activations(module, subject, kind === 'alone');
      const actual = subject === 0 ? 'no expression on this line' : answer(frames, subject, kind);
      return { path: module.path, line: line + file.firstLine - 1, kind, expected, actual };
    });
  });
}

/** A project's modules are those that the engine takes. */
function ownModule(project: Project, module: ModuleSemantics): Parameters<ReturnType<typeof createEngine>['entry']>[0] {
  return project.moduleAt(module.path) as never;
}

function functionsOf(tree: Tree): NodeId[] {
  const found = [tree.root];
  for (let node = 1; node < tree.nodeCount; node++) if (tree.kind(node) === Kind.FunctionDef) found.push(node);
  return found;
}

function marksIn(tree: Tree): { line: number; kind: string; expected: string }[] {
  const marks: { line: number; kind: string; expected: string }[] = [];
  for (let index = 0; index < tree.comments.length; index += 2) {
    const start = tree.comments[index] as number;
    const comment = new TextDecoder().decode(tree.bytes.subarray(start, tree.comments[index + 1]));
    const line = tree.lines.lineOf(start);
    for (const [, kind = '', expected = ''] of comment.matchAll(markPattern)) marks.push({ line, kind, expected });
  }
  return marks;
}

function subjectOnLine(tree: Tree, line: number): NodeId {
  const reveal = revealOnLine(tree, line);
  if (reveal !== 0) return ast.Call.arguments(tree, reveal);
  const statement = firstOnLine(tree, line, Kind.Expr);
  return statement === 0 ? firstOnLine(tree, line, Kind.Call) : ast.Expr.value(tree, statement);
}

function answer(frames: readonly Frame[], subject: NodeId, kind: string): string {
  const values = frames.flatMap((frame) => frame.seen(subject) ?? []);
  if (kind === 'reached') return frames.some((frame) => frame.values.has(subject)) ? 'yes' : 'no';
  if (values.length === 0) return 'not reached';
  if (kind === 'taint') return describeTaint(values);
  return [...new Set(values.map((value) => describeValue(value)))].join(' / ');
}

/** Nesting of values in values that is looked into. */
const MAX_DEPTH = 12;

function describeTaint(values: readonly Value[]): string {
  const found = new Set<string>();
  for (const value of values) addSources(value, found, 0);
  return [...found].sort().join(', ') || 'none';
}

/** The innermost sources: what a source was asked for with is not what it gives. */
function addSources(value: Value, found: Set<string>, depth: number): void {
  if (!value.complete || depth > MAX_DEPTH) found.add('?');
  if (depth > MAX_DEPTH) return;
  const all = (values: readonly Value[]) => {
    for (const each of values) addSources(each, found, depth + 1);
  };
  for (const fact of value.facts) {
    switch (fact.kind) {
      case 'constant': {
        const [tested] = fact.conditions ?? [];
        if (tested !== undefined) all([{ facts: [tested.subject], complete: true }]);
        break;
      }
      case 'text':
        all(fact.parts.filter((part) => typeof part !== 'string'));
        break;
      case 'sequence':
        all(fact.rest === undefined ? fact.items : [...fact.items, fact.rest]);
        if (!fact.complete && fact.rest === undefined) found.add('?');
        break;
      case 'mapping':
        all(fact.entries.flatMap((entry) => [entry.key, entry.value]));
        if (fact.rest !== undefined) all([fact.rest]);
        else if (!fact.complete) found.add('?');
        break;
      case 'parameter':
        found.add(`parameter ${fact.name}`);
        break;
      case 'reference':
        addSource(fact.name, [], found);
        break;
      case 'computed':
        if (!addSource(fact.by, fact.from, found)) all(fact.from);
        break;
      case 'instance':
        if (!addSource(fact.by ?? fact.className, fact.from ?? [], found)) all(fact.from ?? []);
    }
  }
}

function addSource(path: string, from: readonly Value[], found: Set<string>): boolean {
  const row = library.sourceOf(library.canonicalName(path));
  if (row === undefined) return false;
  const inner = new Set<string>();
  for (const value of from.slice(0, 1)) addSources(value, inner, 1);
  inner.delete('?');
  if (inner.size === 0) found.add(row.text);
  else for (const each of inner) found.add(each);
  return true;
}
