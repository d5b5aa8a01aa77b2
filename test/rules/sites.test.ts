// Which calls reach a rule: aliases, tables, partial, text, functions handed over, other files. Each case is Python in
// which every call of os.system, however it is spelled, carries a mark with the text of its command.

import { describe, expect, test } from 'vitest';
import type { FileRole } from '../../src/core/index.ts';
import { defineRule, type Rule } from '../../src/rulekit/index.ts';
import { analyse } from '../../src/scan/analyse.ts';

const shown = defineRule({
  id: 'subprocess/shown',
  code: 'SHOWN-01',
  title: 'Shows what it is asked about',
  anchor: '',
  severity: { network: 'high', file: 'high', shipped: 'low', constant: 'low' },
  cwe: [],
  aliases: [],
  advice: '',
  docs: { why: '', fails: '', passes: '', evidence: [], limits: '' },
  messages: { seen: '{name}({command})' },
  on: [
    {
      kind: 'call',
      to: ['os.system', 'socket.socket.recv', 'http.server.HTTPServer', 'pickle.Unpickler.load', 'sys.path.insert'],
      judge(call, verdict) {
        const command = call.argument(undefined, 0);
        const value = command.isGiven() ? (command.string() ?? command.origin().provenance) : command.presence;
        return verdict.fail(call, 'seen', { name: call.name, command: value });
      },
    },
    {
      kind: 'store',
      to: ['ssl.SSLContext.verify_mode', 'ssl._create_default_https_context', 'os.environ[]'],
      judge(store, verdict) {
        const command = store.key?.string() ?? store.operator ?? store.value.text;
        return verdict.fail(store, 'seen', { name: store.name, command });
      },
    },
    {
      kind: 'class',
      extends: ['pickle.Unpickler'],
      judge: (definition, verdict) => verdict.fail(definition, 'seen', { name: definition.name, command: 'class' }),
    },
    {
      kind: 'reference',
      to: ['ssl.CERT_NONE'],
      judge: (reference, verdict) =>
        verdict.fail(reference, 'seen', { name: reference.name, command: reference.usage }),
    },
  ],
}) as unknown as Rule;

function seenIn(files: Readonly<Record<string, string>>, role: FileRole = 'app'): readonly string[] {
  const inputs = Object.entries(files).map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text), role }));
  const { findings, problems } = analyse(inputs, [shown], {
    target: { minimum: [3, 10], maximum: [3, 15], source: 'default' },
    threatModel: 'web',
  });
  expect(problems).toEqual([]);
  return findings.map(({ verdict, message }) => (verdict === 'fail' ? message : `${verdict}: ${message}`));
}

const seen = (text: string) => seenIn({ 'app.py': text });

describe('a call is found through', () => {
  test.each([
    ['the module', 'import os\nos.system("x")'],
    ['a renamed module', 'import os as o\no.system("x")'],
    ['a renamed function', 'from os import system as run\nrun("x")'],
    ['an assignment', 'import os\nrun = os.system\nrun("x")'],
    ['a renamed module variable', 'import os\no = os\no.system("x")'],
    ['a local variable', 'import os\ndef f():\n    run = os.system\n    run("x")'],
    ['a dispatch table', 'import os\nTABLE = {"run": os.system}\nTABLE["run"]("x")'],
    ['a table entry by get', 'import os\nTABLE = {"run": os.system}\nTABLE.get("run")("x")'],
    ['partial', 'import os, functools\nrun = functools.partial(os.system, "x")\nrun()'],
    ['partial at once', 'import os, functools\nfunctools.partial(os.system, "x")()'],
    ['getattr', 'import os\ngetattr(os, "system")("x")'],
    ['getattr of joined text', 'import os\ngetattr(os, "sys" + "tem")("x")'],
    ['getattr and a name', 'import os\nrun = getattr(os, "system")\nrun("x")'],
    ['vars', 'import os\nvars(os)["system"]("x")'],
    ['__import__', '__import__("os").system("x")'],
    ['import_module', 'import importlib\nimportlib.import_module("os").system("x")'],
    ['a keyword', 'import os\nos.system(command="x")'],
    ['a literal star', 'import os\nos.system(*["x"])'],
    ['a literal double star', 'import os\nos.system(**{"command": "x"})'],
    ['map', 'import os\nlist(map(os.system, ["x"]))'],
    ['a pool', 'import os\ndef f(pool):\n    pool.submit(os.system, "x")'],
    ['a thread', 'import os, threading\nthreading.Thread(target=os.system, args=("x",)).start()'],
    ['a star import', 'from os import *\nsystem("x")'],
    ['a name that a function makes global', 'import os\ndef f():\n    global run\n    run = os.system\nf()\nrun("x")'],
    [
      'an attribute of the object',
      'import os\nclass A:\n    def f(self):\n        self.run = os.system\n        self.run("x")',
    ],
    ['an attribute of the class', 'import os\nclass A:\n    run = os.system\n    def f(self):\n        A.run("x")'],
    ['an attribute put on a parameter', 'import os\ndef f(x):\n    x.run = os.system\n    x.run("x")'],
    ['a name of a name', 'import os\none = os.system\ndef f():\n    two = one\n    two("x")'],
    ['a default argument', 'import os\ndef f(run=os.system):\n    run("x")'],
  ])('%s', (_, text) => {
    expect(seen(text).map((each) => each.replace(/^open: | \(if .*/g, ''))).toEqual(['os.system(x)']);
  });
});

describe('across files', () => {
  test('a function under another name', () => {
    const files = { 'compat.py': 'from os import system as run\n', 'app.py': 'from compat import run\nrun("x")\n' };
    expect(seenIn(files)).toEqual(['os.system(x)']);
  });

  test('a function behind the module that renames it', () => {
    const files = { 'compat.py': 'from os import system as run\n', 'app.py': 'import compat\ncompat.run("x")\n' };
    expect(seenIn(files)).toEqual(['os.system(x)']);
  });

  test('a module as an attribute of a module', () => {
    const files = {
      'lib/compat.py': 'import os\n',
      'lib/__init__.py': '',
      'app.py': 'from lib import compat\ncompat.os.system("x")\n',
    };
    expect(seenIn(files)).toEqual(['os.system(x)']);
  });

  test('a class of another file', () => {
    const files = {
      'base.py': 'import pickle\nclass Safe(pickle.Unpickler):\n    pass\n',
      'app.py': 'import base\nclass Own(base.Safe):\n    pass\nOwn(open("f")).load()\n',
    };
    expect(seenIn(files)).toEqual(['app.Own(class)', 'pickle.Unpickler.load(absent)', 'base.Safe(class)']);
  });
});

describe('receivers decide', () => {
  test('a method of a known class', () => {
    expect(seen('import socket\ns = socket.socket()\ns.recv("x")')).toEqual(['socket.socket.recv(x)']);
  });

  test('a method of an unknown object is silent', () => {
    expect(seen('import socket\ndef f(s):\n    s.recv(4096)')).toEqual([]);
  });

  test('an annotated parameter', () => {
    expect(seen('import socket\ndef f(s: socket.socket):\n    s.recv("x")')).toEqual(['socket.socket.recv(x)']);
  });

  test('a name that is taken by something else', () => {
    expect(seen('import os\nclass os:\n    @staticmethod\n    def system(x): ...\nos.system("x")')).toEqual([]);
  });

  test('a subclass without constructor of its own', () => {
    const text = 'from http.server import HTTPServer\nclass Own(HTTPServer):\n    pass\nOwn("x", None)';
    expect(seen(text)).toEqual(['http.server.HTTPServer(x)']);
  });

  test('an item of a module', () => {
    expect(seen('import sys\nsys.path.insert("x", 1)')).toEqual(['sys.path.insert(x)']);
    expect(seen('from sys import path\npath.insert("x", 1)')).toEqual(['sys.path.insert(x)']);
    expect(seen('import sys\nsys.path\nother = []\nother.insert("x", 1)')).toEqual([]);
  });
});

describe('other sites', () => {
  test('stores to attributes of objects and modules, and by setattr', () => {
    const text = [
      'import ssl',
      'c = ssl.create_default_context()',
      'c.verify_mode = 1',
      'setattr(c, "verify_mode", 2)',
      'ssl._create_default_https_context = 3',
    ];
    expect(seen(text.join('\n'))).toEqual([
      'ssl.SSLContext.verify_mode(1)',
      'ssl.SSLContext.verify_mode(2)',
      'ssl._create_default_https_context(3)',
    ]);
  });

  test('stores to items', () => {
    expect(seen('import os\nos.environ["HOME"] = "/"')).toEqual(['os.environ[](HOME)']);
  });

  test('mentions', () => {
    expect(seen('import ssl\nf(mode=ssl.CERT_NONE)\nx = ssl.CERT_NONE')).toEqual([
      'ssl.CERT_NONE(argument)',
      'ssl.CERT_NONE(assigned)',
    ]);
  });
});

describe('what is not judged', () => {
  test('code that cannot run', () => {
    expect(seen('import os\nif False:\n    os.system("x")')).toEqual([]);
  });

  test('stubs', () => {
    expect(seenIn({ 'app.pyi': 'import os\nos.system("x")\n' })).toEqual([]);
    expect(seenIn({ 'app.py': 'import os\nos.system("x")\n' }, 'stub')).toEqual([]);
  });
});

test('findings come in the order of paths and places, whatever the order of files', () => {
  const files = { 'b.py': 'import os\nos.system("3")\n', 'a.py': 'import os\nos.system("1"); os.system("2")\n' };
  expect(seenIn(files)).toEqual(['os.system(1)', 'os.system(2)', 'os.system(3)']);
});

test('a rule that fails costs its site alone', () => {
  const broken = {
    ...shown,
    on: {
      kind: 'call',
      to: ['os.system'],
      judge: () => {
        throw new Error('out of order');
      },
    },
  } as unknown as Rule;
  const bytes = new TextEncoder().encode('import os\nos.system("x")\n');
  const { findings, problems } = analyse([{ path: 'app.py', bytes, role: 'app' }], [broken], {
    target: { minimum: [3, 10], maximum: [3, 15], source: 'default' },
    threatModel: 'web',
  });
  expect(findings).toEqual([]);
  expect(problems).toMatchObject([{ kind: 'rule-crashed', path: 'app.py', hidesCode: true }]);
  expect(problems[0]?.message).toBe('subprocess/shown failed on os.system("x"): out of order');
});
