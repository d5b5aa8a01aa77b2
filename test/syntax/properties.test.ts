// What holds for every input, Python or not.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ast,
  childrenOf,
  constantValue,
  createParser,
  dump,
  fieldsByKind,
  Kind,
  Names,
  NODE_SIZE,
  type NodeId,
  type Tree,
} from '../../src/python/syntax/index.ts';

const parser = createParser(new Names());
const encoder = new TextEncoder();

/** Lines of something that looks like Python at every turn, and is hardly ever right. */
// biome-ignore format: a list
const words = [
  'if ', 'elif ', 'else', ':', 'for ', 'in ', 'while ', 'def f', 'class C', 'return ', 'match ', 'case ', 'type ', 'lambda ',
  'with ', 'as ', 'try', 'except', '*', '**', 'finally', 'import ', 'from ', 'print ', 'exec ', 'lazy ', 'async ', 'await ',
  'yield ', 'not ', 'and ', 'is ', 'del ', 'global ', '@', '=', ':=', '+=', '->', '<>', '(', ')', '[', ']', '{', '}', ',', '.',
  ';', '`', '\\\n', '\n', '\n', '\n    ', '\n        ', '\n\t', '\r\n', '\r', '\f', '#c', "'", '"', "'''", '"""', "f'", 'rb"',
  "t'{", "f'''", '{x!r:', '!r', '\\N{', '\\x4', '0x', '1_', '1e', '0777', '10L', 'a', 'b', 'x1', 'é', 'ﬁ', '\u00a0', '$', '?', '\0',
];
const nearlyPython = fc
  .array(fc.constantFrom(...words), { maxLength: 60 })
  .map((parts) => encoder.encode(parts.join('')));
const anyBytes = fc.uint8Array({ maxLength: 200 });
const inputs = fc.oneof({ weight: 4, arbitrary: nearlyPython }, { weight: 1, arbitrary: anyBytes });

/** Nodes that are in the tree, each once; fails when one is met twice. */
function reached(tree: Tree): NodeId[] {
  const seen = new Set<NodeId>([tree.root]);
  for (const node of seen) {
    for (const child of childrenOf(tree, node)) {
      if (seen.has(child)) throw new Error(`node ${child} hangs in the tree twice`);
      seen.add(child);
    }
  }
  return [...seen];
}

/** Decorators may: they lie in front of what they decorate. So may a parameter's default, which lies behind its span. */
function sticksOut(tree: Tree, parent: NodeId, child: NodeId): boolean {
  const kind = tree.kind(child);
  if (kind === Kind.FunctionHead || kind === Kind.ClassHead) return false;
  if (tree.kind(parent) === Kind.Parameter && child === ast.Parameter.default(tree, parent)) return false;
  return tree.start(child) < tree.start(parent) || tree.end(child) > tree.end(parent);
}

describe('any input', { timeout: 120_000 }, () => {
  it('gives a tree whose spans nest, whose nodes are all reached, and whose problems lie in the text', () => {
    fc.assert(
      fc.property(inputs, (bytes) => {
        const tree = parser.parse(bytes);
        const nodes = reached(tree);
        expect(nodes.filter((node) => tree.start(node) > tree.end(node))).toEqual([]);
        expect(nodes.flatMap((node) => childrenOf(tree, node).filter((child) => sticksOut(tree, node, child)))).toEqual(
          [],
        );
        let written = 0;
        for (let node = 1; node < tree.nodeCount; node++) if (tree.kind(node) !== Kind.None) written++;
        expect(nodes.length).toBe(written);
        const { length } = tree.bytes;
        expect(tree.problems.filter(({ start, end }) => start < 0 || end < start || end > length)).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });

  it('gives the same tree twice, and from another parser', () => {
    fc.assert(
      fc.property(inputs, (bytes) => {
        const one = parser.parse(bytes).keep();
        const two = createParser(new Names()).parse(bytes);
        expect(dump(two, { spans: true })).toBe(dump(one, { spans: true }));
        expect(two.problems).toEqual(one.problems);
        expect(dump(parser.parse(bytes), { spans: true })).toBe(dump(one, { spans: true }));
      }),
      { numRuns: 500 },
    );
  });

  it('has constants whose values can be asked for', () => {
    fc.assert(
      fc.property(inputs, (bytes) => {
        const tree = parser.parse(bytes);
        for (const node of reached(tree)) constantValue(tree, node);
      }),
      { numRuns: 1000 },
    );
  });

  it('is either whole or has a problem', () => {
    fc.assert(
      fc.property(inputs, (bytes) => {
        const tree = parser.parse(bytes);
        const damaged = reached(tree).some((node) => tree.kind(node) === Kind.Damaged);
        if (damaged) expect(tree.problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 1000 },
    );
  });

  it('leaves the fields of every node within the tree', () => {
    fc.assert(
      fc.property(inputs, (bytes) => {
        const tree = parser.parse(bytes);
        for (const node of reached(tree)) {
          for (const field of fieldsByKind[tree.kind(node)] ?? []) {
            const value = field.read(tree, node);
            if (field.type === 'name') expect(value).toBeLessThan(tree.names.count);
            if (field.type === 'node' || field.type === 'list') expect(value).toBeLessThan(tree.nodeCount);
          }
        }
        expect(tree.nodes.length).toBeGreaterThanOrEqual(tree.nodeCount * NODE_SIZE);
      }),
      { numRuns: 500 },
    );
  });
});
