// Which objects of method calls are told, without evaluating anything, to be nothing of a library. Each case calls
// `.m()` on one object.

import { describe, expect, test } from 'vitest';
import { ast, createParser, Kind, Names, type NodeId } from '../../src/python/syntax/index.ts';
import { PlainNames } from '../../src/scan/plain-names.ts';

function isPlain(text: string): boolean {
  const names = new Names();
  const tree = createParser(names).parse(new TextEncoder().encode(text));
  const method = names.intern('m');
  const attributes: NodeId[] = [];
  for (let node = 1; node < tree.nodeCount; node++) {
    const isCalled = tree.kind(node) === Kind.Call && ast.Call.calleeName(tree, node) === method;
    if (isCalled) attributes.push(ast.Call.callee(tree, node));
  }
  expect(attributes).toHaveLength(1);
  return new PlainNames(tree, (name) => name === 'vars').isOnPlainObject(attributes[0] as NodeId);
}

describe('plain', () => {
  test.each([
    ['a parameter', 'def f(x):\n    x.m()'],
    ['a parameter with a constant as default', 'def f(x=None):\n    x.m()'],
    ['an attribute of a parameter', 'def f(x):\n    x.y.m()'],
    ['an item of a parameter', 'def f(x):\n    x[0].m()'],
    ['what a parameter gives', 'def f(x):\n    y = x.open()\n    y.m()'],
    ['what a parameter holds', 'def f(x):\n    for y, z in x:\n        z.m()'],
    ['what a parameter enters', 'def f(x):\n    with x as y:\n        y.m()'],
    ['a list', 'x = []\nx.m()'],
    ['a text', '"".m()'],
    ['a joined text', 'def f(y):\n    x = ", ".join(y)\n    x.m()'],
    ['either', 'def f(x):\n    x = x or []\n    x.m()'],
    ['a name of its own', 'def f(x):\n    x = x.strip()\n    x.m()'],
    ['a converted value', 'x = str(y)\nx.m()'],
    ['the list of the function around', 'def f():\n    x = []\n    def g():\n        x.m()'],
    ['a list, whatever the name is elsewhere', 'import a\ndef f():\n    x = []\n    x.m()\ndef g():\n    x = a.b()'],
    ['a parameter of a lambda', 'f = lambda x: x.m()'],
  ])('%s', (_, text) => {
    expect(isPlain(text)).toBe(true);
  });
});

describe('not plain', () => {
  test.each([
    ['self', 'class A:\n    def f(self):\n        self.m()'],
    ['an annotated parameter', 'def f(x: A):\n    x.m()'],
    ['a parameter with something as default', 'import a\ndef f(x=a.b):\n    x.m()'],
    ['an import', 'import x\nx.m()'],
    ['an import in a function', 'def f(x):\n    import x\n    x.m()'],
    ['a call', 'x = make()\nx.m()'],
    ['a call after a list', 'x = []\nx = make()\nx.m()'],
    ['an item of a list', 'x = [a]\nx[0].m()'],
    ['what a list gives', 'x = {"a": b}\ny = x.get("a")\ny.m()'],
    ['an element of a list', 'for x in [a]:\n    x.m()'],
    ['a name that is not bound', 'x.m()'],
    ['a name that may be the builtin', 'if y:\n    vars = []\nvars.m()'],
    ['a name of the class', 'class A:\n    x = []\n    x.m()'],
    ['a global', 'import a\ndef f():\n    global x\n    x = []\ndef g():\n    x.m()'],
    ['an exception', 'try:\n    pass\nexcept E as x:\n    x.m()'],
    ['a method that is put on it', 'def f(x):\n    x.m = g\n    x.m()'],
    ['an attribute that is put on it', 'def f(x):\n    x.y = g\n    x.y.m()'],
    ['names that are bound to each other', 'import a\ndef f():\n    x = y\n    y = x\n    x = a\n    y.m()'],
    ['a maker that is not the builtin', 'def str(y):\n    return a\nx = str(1)\nx.m()'],
  ])('%s', (_, text) => {
    expect(isPlain(text)).toBe(false);
  });
});
