// Whatever the code, every question is answered, soon, and without throwing: soups of tokens, code made to run in
// circles, and real files.

import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ModuleSemantics, Project } from '../../src/python/semantics/index.ts';
import { ast, Kind } from '../../src/python/syntax/index.ts';
import { projectOf } from './fixtures.ts';

/** Asks everything about every call; the number of calls. */
function askEverything(project: Project): number {
  let count = 0;
  for (const module of project.modules) {
    const { tree } = module;
    for (let node = 1; node < tree.nodeCount; node++) {
      if (tree.parent(node) === 0) continue;
      if (tree.kind(node) === Kind.ClassDef) module.classOf(node);
      if (tree.kind(node) !== Kind.Call) continue;
      count++;
      askAbout(module, node);
    }
  }
  return count;
}

function askAbout(module: ModuleSemantics, call: number): void {
  module.namesOf(ast.Call.callee(module.tree, call));
  const value = module.valueOf(call);
  if (!value.complete) expect(value.why).toBeTruthy();
  module.conditionsAt(call);
  module.usesOf(call);
  module.isReachable(call);
  module.scopeOf(call);
  module.functionOf(call);
  for (let argument = ast.Call.arguments(module.tree, call); argument !== 0; argument = module.tree.next(argument)) {
    module.isSameValue(argument, call);
    module.valueOf(argument);
  }
}

const pieces = (
  'x y self f C os a.b x.y = == += := ( ) [ ] { } , : ; . * ** -> @ + % or and not in is if else elif for while try: ' +
  'except finally: with as def class lambda return yield raise import from global nonlocal del match case pass break ' +
  'continue assert async await 1 "s" f"{x}" None True print super() self.x x.append( f( \n \n \n\t \n\t\t type'
).split(' ');

test('soups of tokens', { timeout: 60_000 }, () => {
  const soup = fc.array(fc.constantFrom(...pieces), { maxLength: 80 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(soup, (text) => {
      askEverything(projectOf([{ path: 'soup.py', text }]));
    }),
    { numRuns: 1500, seed: 20_260 },
  );
});

const statements = [
  'x = y',
  'y = x',
  'x = f(x)',
  'x = x + "a"',
  'x += y',
  'x = [x, y]',
  'x.append(y)',
  'x["k"] = y',
  'self.x = self.y',
  'self.y = self.x',
  'self.x = C(self.y)',
  'from b import x',
  'from a import *',
  'from . import a',
  'import a, b',
  'def f(x, y=x):\n    return f(y, x)',
  'def g():\n    global x\n    x = f(x)',
  'class C(C):\n    x = x\n    def m(self, y):\n        self.x = self.m(y)\n        return super().m(self.x)',
  'class D(C):\n    def m(self):\n        return self.m() or f(self)',
  'for x in x:\n    y = x(y)',
  'while f(x):\n    x = y(x)',
  'with f(x) as x:\n    x(y)',
  'try:\n    x = y()\nexcept f as y:\n    x = y()\nfinally:\n    f(x)',
  'x = {x: y, **x}',
  'x = [f(x) for x in x if (y := x)]',
  'x = lambda x=x: x(x)',
  'match x:\n    case C(x=y) | [x, *y] if f(y):\n        x = f(y)',
  'x, (y, *z) = y, x',
  'del x',
  'f(x)(y).z(f)',
];

test('code that runs in circles', { timeout: 60_000 }, () => {
  const body = fc.array(fc.constantFrom(...statements), { maxLength: 14 }).map((lines) => lines.join('\n'));
  fc.assert(
    fc.property(body, body, (one, other) => {
      askEverything(
        projectOf([
          { path: 'a.py', text: one },
          { path: 'b.py', text: `${other}\n${indented(other)}` },
        ]),
      );
    }),
    { numRuns: 400, seed: 7 },
  );
});

function indented(text: string): string {
  return `def inside(self, x):\n    pass\n${text.replace(/^/gm, '    ')}\n`;
}

const many = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');

const large: Record<string, string> = {
  'a chain of aliases': `x0 = 1\n${many(3000, (n) => `x${n + 1} = x${n}`)}\nf(x3000)`,
  'values that double': `x0 = "a"\n${many(300, (n) => `x${n + 1} = x${n} + x${n}`)}\nf(x300)`,
  'lists that double': `x0 = [1]\n${many(300, (n) => `x${n + 1} = [x${n}, x${n}]`)}\nf(x300)`,
  'functions that call two others': `${many(300, (n) => `def f${n}(x): return f${n + 1}(x) + f${n + 1}(x)`)}\nf0(1)`,
  'a long sum': `f(${many(2000, () => '"a" +')} "a")`.replaceAll('\n', ' '),
  'deep parentheses': `f(${'('.repeat(500)}1${')'.repeat(500)})\nf(1)`,
  'deep attributes': `f(x${'.y'.repeat(5000)})`,
  'deep calls': `f(x${'.y()'.repeat(500)})`,
  'a ladder of elif': `if a0: f(0)\n${many(1000, (n) => `elif a${n}: x = f(${n})`)}\nf(x)`,
  'nested functions': `${many(80, (n) => `${' '.repeat(n)}def f(x${n}):`)}\n${' '.repeat(80)}f(x0)`,
  'nested blocks': `${many(90, (n) => `${' '.repeat(n)}if x${n}:`)}\n${' '.repeat(90)}f(x0)`,
  'nested finally': `${many(30, (n) => `${' '.repeat(n)}try:`)}\n${' '.repeat(30)}f(1)\n${many(30, (n) => `${' '.repeat(29 - n)}finally:\n${' '.repeat(30 - n)}f(2)`)}`,
  'many appends': `x = []\n${many(3000, (n) => `x.append(${n})\nf(x)`)}`,
  'many stores': `x = {}\n${many(1500, (n) => `x["k${n}"] = ${n}\nf(x)`)}`,
  'many rebindings under conditions': `x = 0\n${many(2000, (n) => `if a: x = ${n}`)}\nf(x)`,
  'many tries': `x = 0\n${many(1500, (n) => `try: x = f(x)\nexcept E: x = ${n}`)}\nf(x)`,
  'many guards': `def g(x):\n${many(800, (n) => ` if x.a${n}: return f(x)`)}\n f(x)`,
  'classes above classes': `class C0: pass\n${many(500, (n) => `class C${n + 1}(C${n}):\n def m(self): return super().m()`)}\nC500().m()`,
  'many bases': `${many(200, (n) => `class C${n}: pass`)}\nclass D(${many(200, (n) => `C${n},`).replaceAll('\n', ' ')}): pass\nD().m()`,
  'self attributes in circles': `class C:\n${many(100, (n) => ` def m${n}(self):\n  self.a${n} = self.a${(n + 1) % 100}\n  self.a${n}()`)}`,
  'one name everywhere': many(4000, (n) => `x = f(x, ${n})`),
  'a big literal': `x = [${many(20_000, (n) => `${n},`)}]\nf(x)`,
  'a big power': 'f(9 ** 9 ** 9, 1 << 10 ** 9, "a" * 10 ** 12, 2 ** 2 ** 20)',
};

for (const [name, text] of Object.entries(large)) {
  test(name, { timeout: 20_000 }, () => {
    expect(askEverything(projectOf([{ path: 'large.py', text }]))).toBeGreaterThan(0);
  });
}

test('files of the standard library', { timeout: 120_000 }, () => {
  const folder = standardLibrary();
  if (folder === undefined) return;
  const files = readdirSync(folder).filter((name) => name.endsWith('.py'));
  const sample = files
    .filter((_, index) => index % 4 === 0)
    .map((name) => ({ path: name, text: readFileSync(join(folder, name), 'utf8') }));
  expect(askEverything(projectOf(sample))).toBeGreaterThan(1000);
});

function standardLibrary(): string | undefined {
  try {
    const folder = execFileSync('python3', ['-c', 'import sysconfig; print(sysconfig.get_path("stdlib"))'], {
      encoding: 'utf8',
    }).trim();
    return existsSync(folder) ? folder : undefined;
  } catch {
    // No Python here: heed does not need one.
    return undefined;
  }
}
