// Reads annotated Python fixtures and compares what their marks say with what the semantics layer answers. A mark speaks
// about the argument of a `reveal(…)` on its line, or else about the first call that starts there:
//
//   name: os.system | ?     namesOf (of the call: of its callee); `?` when it can be something else, `nothing` for none
//   nothing                 the same as `name: nothing`
//   value: "rb" | 1         valueOf, in the notation of `describe`
//   when: not x, y == 1     conditionsAt, nearest first; `nothing` for none
//   uses: store verify_mode, call close        usesOf
//   reachable: no           isReachable
//   same: yes               isSameValue of the two arguments of `reveal(a, b)`
//   bases: A, B, ?          ancestors of the class defined on the line, itself left out; `?` when one is unknown
//
// `# file: app/views.py` alone on a line starts the next file; `# python: 3.8 3.12` sets the project's Pythons.

import { readFileSync } from 'node:fs';
import { library } from '../../src/models/index.ts';
import { describeNames, describeValue } from '../../src/python/semantics/describe.ts';
import { createProject, type ModuleSemantics, type Use } from '../../src/python/semantics/index.ts';
import { ast, createParser, Kind, Names, type NodeId, type Tree } from '../../src/python/syntax/index.ts';

export interface Mark {
  readonly path: string;
  /** line in the fixture, from 1 */
  readonly line: number;
  readonly kind: string;
  readonly expected: string;
  readonly actual: string;
}

const kinds = ['name', 'value', 'when', 'uses', 'reachable', 'same', 'bases'];
const markPattern = new RegExp(
  `#\\s*(?:(${kinds.join('|')}):\\s*(.*?)|(nothing))\\s*(?=#\\s*(?:(?:${kinds.join('|')}):|nothing)|$)`,
  'g',
);

export function readMarks(path: string): Mark[] {
  return marksOf(readFileSync(path, 'utf8'));
}

export function projectOf(
  files: readonly { readonly path: string; readonly text: string }[],
  python?: readonly [[number, number], [number, number]],
) {
  const parser = createParser(new Names(), { detached: true });
  const encoder = new TextEncoder();
  const parsed = files.map(({ path, text }) => ({ path, tree: parser.parse(encoder.encode(text)) }));
  return createProject(
    parsed,
    library,
    python === undefined ? {} : { python: { minimum: python[0], maximum: python[1] } },
  );
}

export function marksOf(source: string): Mark[] {
  const files = splitFiles(source);
  const python = /^# python: (\d+)\.(\d+) (\d+)\.(\d+)$/m.exec(source)?.slice(1).map(Number) as
    | [number, number, number, number]
    | undefined;
  const project = projectOf(
    files,
    python === undefined
      ? undefined
      : [
          [python[0], python[1]],
          [python[2], python[3]],
        ],
  );
  return files.flatMap((file, index) => marksOfFile(project.modules[index] as ModuleSemantics, file.firstLine));
}

export function splitFiles(source: string): { path: string; text: string; firstLine: number }[] {
  const files: { path: string; text: string; firstLine: number }[] = [];
  let current = { path: 'main.py', lines: [] as string[], firstLine: 1 };
  const close = (): void => {
    if (current.lines.some((line) => line.trim() !== '') || current.path !== 'main.py') {
      files.push({ path: current.path, text: `${current.lines.join('\n')}\n`, firstLine: current.firstLine });
    }
  };
  for (const [index, line] of source.split('\n').entries()) {
    const next = /^# file: (\S+)$/.exec(line)?.[1];
    if (next === undefined) current.lines.push(line);
    else {
      close();
      current = { path: next, lines: [], firstLine: index + 2 };
    }
  }
  close();
  return files;
}

function marksOfFile(module: ModuleSemantics, firstLine: number): Mark[] {
  const { tree } = module;
  const marks: Mark[] = [];
  for (let index = 0; index < tree.comments.length; index += 2) {
    const start = tree.comments[index] as number;
    const comment = new TextDecoder().decode(tree.bytes.subarray(start, tree.comments[index + 1]));
    const line = tree.lines.lineOf(start);
    for (const [, kind = 'name', expected = 'nothing'] of comment.matchAll(markPattern)) {
      marks.push({ path: module.path, line: line + firstLine - 1, kind, expected, actual: answer(module, line, kind) });
    }
  }
  return marks;
}

function answer(module: ModuleSemantics, line: number, kind: string): string {
  const { tree } = module;
  if (kind === 'bases') {
    const definition = firstOnLine(tree, line, Kind.ClassDef);
    if (definition === 0) return 'no class on this line';
    const info = module.classOf(definition);
    return [...info.ancestors.slice(1), ...(info.complete ? [] : ['?'])].join(', ') || 'nothing';
  }
  const reveal = revealOnLine(tree, line);
  const call = reveal === 0 ? firstOnLine(tree, line, Kind.Call) : reveal;
  if (call === 0) return 'no call on this line';
  const [subject = call, second = 0] = reveal === 0 ? [call] : tree.list(ast.Call.arguments(tree, reveal));
  switch (kind) {
    case 'name':
      return describeNames(module.namesOf(reveal === 0 ? ast.Call.callee(tree, call) : subject));
    case 'value':
      return describeValue(module.valueOf(subject));
    case 'when': {
      const conditions = module.conditionsAt(call);
      return (
        conditions.map(({ test, outcome }) => (outcome ? tree.text(test) : `not ${tree.text(test)}`)).join(', ') ||
        'nothing'
      );
    }
    case 'uses':
      return (
        module
          .usesOf(subject)
          .map((use) => describeUse(tree, use))
          .join(', ') || 'nothing'
      );
    case 'reachable':
      return module.isReachable(call) ? 'yes' : 'no';
    default:
      return module.isSameValue(subject, second) ? 'yes' : 'no';
  }
}

function describeUse(tree: Tree, use: Use): string {
  switch (use.kind) {
    case 'store':
      return `store ${use.attribute}${use.operator === undefined ? '' : ` ${use.operator}`}`;
    case 'call':
      return `call ${use.method}`;
    case 'argument':
      return `argument of ${tree.text(ast.Call.callee(tree, use.call))}`;
    case 'escape':
      return `escape by ${use.how}`;
  }
}

export function firstOnLine(tree: Tree, line: number, kind: number): NodeId {
  let found: NodeId = 0;
  for (let node = 1; node < tree.nodeCount; node++) {
    if (tree.kind(node) !== kind || tree.parent(node) === 0 || tree.lines.lineOf(tree.start(node)) !== line) continue;
    const isEarlier =
      found === 0 ||
      tree.start(node) < tree.start(found) ||
      (tree.start(node) === tree.start(found) && tree.end(node) > tree.end(found));
    if (isEarlier) found = node;
  }
  return found;
}

export function revealOnLine(tree: Tree, line: number): NodeId {
  for (let node = 1; node < tree.nodeCount; node++) {
    if (tree.kind(node) !== Kind.Call || tree.parent(node) === 0 || tree.lines.lineOf(tree.start(node)) !== line)
      continue;
    const callee = ast.Call.callee(tree, node);
    if (tree.kind(callee) === Kind.Name && tree.text(callee) === 'reveal') return node;
  }
  return 0;
}
