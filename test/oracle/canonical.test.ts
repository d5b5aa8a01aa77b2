// The comparison is worth what it can see: whatever is changed in a tree must show in its canonical text, or be listed
// here as something that CPython's `ast` does not say.

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import {
  ast, CONTEXT_SHIFT, childrenOf, createParser, FIRST_FIELD_SLOT, FLAG_MARKED, fieldsByKind, Kind, kindNames, Names,
  NODE_SIZE, OPERATOR_SHIFT, SLOT_END, SLOT_START, Tree,
} from '../../src/python/syntax/index.ts'; // biome-ignore format: one block
import { canonicalText } from './canonical.ts';

/** Kinds whose own place `ast` does not tell. */
const unlocated = [
  'Module', 'Arguments', 'Comprehension', 'WithItem', 'MatchCase',
  'FunctionHead', 'ClassHead', 'CompareStep', 'DictEntry', 'MatchEntry', 'MatchKeyword', 'Identifier', 'StringPart',
]; // biome-ignore format: as in the layout

/** A copy of a called name, kept for speed; and pieces of literals, whose value is compared as a whole. */
const unseenFields = ['Call.calleeName', 'Constant.parts', 'StringPart.encoding'];

const folder = fileURLToPath(new URL('cases', import.meta.url));
const cases = readdirSync(folder)
  .filter((name) => name.endsWith('.py'))
  .map((name) => ({
    name,
    tree: createParser(new Names(), { detached: true }).parse(readFileSync(`${folder}/${name}`)),
  }));

test('the hand-written cases hold every kind of node that CPython has', () => {
  const onlyOurs = ['None', 'Damaged', 'Print', 'Exec', 'Repr'];
  const seen = new Set(cases.flatMap(({ tree }) => nodesOf(tree).map((node) => tree.kindName(node))));
  expect(kindNames.filter((kind) => !seen.has(kind) && !onlyOurs.includes(kind))).toEqual([]);
});

for (const { name, tree } of cases) {
  test(`every change to the tree of ${name} shows`, () => {
    const text = canonicalText(tree);
    const tried = new Set<string>();
    const unseen: string[] = [];
    const shows = (what: string, node: number, slot: number, change: number) => {
      // One node of each kind is enough.
      if (tried.has(what)) return;
      tried.add(what);
      const at = node * NODE_SIZE + slot;
      const kept = tree.nodes[at] as number;
      tree.nodes[at] = kept ^ change;
      // A new tree has computed nothing yet that the change would not reach.
      if (canonicalText(new Tree(tree)) === text) unseen.push(what);
      tree.nodes[at] = kept;
    };
    for (const node of nodesOf(tree)) {
      const kind = tree.kindName(node);
      if (!unlocated.includes(kind)) {
        shows(`${kind} start`, node, SLOT_START, 1);
        shows(`${kind} end`, node, SLOT_END, 1);
      }
      for (const [slot, field] of (fieldsByKind[tree.kind(node)] ?? []).entries()) {
        const what = `${kind}.${field.name}`;
        const value = field.read(tree, node);
        if (unseenFields.includes(what) || (field.type === 'node' && isEmptyArguments(tree, value))) continue;
        if (field.type === 'int') shows(what, node, FIRST_FIELD_SLOT + slot, 1);
        else if (value !== 0) shows(what, node, FIRST_FIELD_SLOT + slot, value);
      }
      if (['Name', 'Attribute', 'Subscript', 'Starred', 'List', 'Tuple'].includes(kind)) {
        shows(`${kind} context`, node, 0, 1 << CONTEXT_SHIFT);
      }
      if (tree.operator(node) !== 'None') shows(`${kind} operator`, node, 0, 1 << OPERATOR_SHIFT);
      if (['FunctionDef', 'For', 'With', 'Try', 'AnnAssign', 'Comprehension'].includes(kind)) {
        shows(`${kind} mark`, node, 0, FLAG_MARKED);
      }
    }
    expect(unseen).toEqual([]);
  });
}

function nodesOf(tree: Tree): number[] {
  const nodes = [tree.root];
  for (const node of nodes) nodes.push(...childrenOf(tree, node));
  return nodes;
}

/** `lambda: 0`: whether its parameters are an empty node or none is the same to `ast`. */
function isEmptyArguments(tree: Tree, node: number): boolean {
  return tree.kind(node) === Kind.Arguments && ast.Arguments.parameters(tree, node) === 0;
}
