// Which modules a scan says are imported, where, and where Python is started.

import { expect, test } from 'vitest';
import type { Report } from '../../src/core/index.ts';
import { pageModules } from '../../src/rules/index.ts';
import { scan } from '../../src/scan/index.ts';
import { madeUpFiles } from './made-up-files.ts';

const scanned = (files: Record<string, string>, modules = pageModules): Promise<Report> =>
  scan(
    {
      paths: ['.'],
      exclude: [],
      root: '/work',
      roles: [],
      threatModel: 'web',
      target: { minimum: [3, 9], maximum: [3, 15], source: 'default' },
      suppressions: true,
      stdin: undefined,
      modules,
      version: '0.0.0',
    },
    [],
    madeUpFiles(files),
  );

const usesOf = ({ imports }: Report) =>
  Object.fromEntries(
    [...imports].map(([module, { filesByRole, first }]) => [module, { ...filesByRole, in: first.path }]),
  );

test('modules are imported by their own names, as submodules, and as twins', async () => {
  const report = await scanned({
    '/work/a.py': 'import os, xml.dom.minidom as dom\nfrom xml import sax\n',
    '/work/b.py':
      'def f():\n    try:\n        import cPickle as p\n    except ImportError:\n        import _pickle as p\n',
    '/work/c.py': 'from http import server\nimport BaseHTTPServer\n',
    '/work/d.py': 'from xml.etree import cElementTree\nfrom six.moves import cPickle\n',
  });
  expect(usesOf(report)).toEqual({
    'http.server': { app: 1, in: 'c.py' },
    pickle: { app: 2, in: 'b.py' },
    xml: { app: 2, in: 'a.py' },
  });
});

test('what only looks like a module is none', async () => {
  const report = await scanned({
    '/work/a.py': 'import http, http.client, xmlrpc, pickletools, randomness\nfrom http import cookies\n',
    '/work/app/b.py':
      'from . import logging, ssl\nfrom .random import pickle\nfrom mine import zipfile\n# import cgi\n"import shelve"\n',
  });
  expect(usesOf(report)).toEqual({});
});

test('tests are counted apart, and come first only where nothing else does', async () => {
  const report = await scanned({
    '/work/tests/test_a.py': 'import ssl, random\n',
    '/work/zoo.py': '"""Zoo."""\nimport ssl\n',
    '/work/scripts/x.py': 'import ssl\n',
  });
  expect(usesOf(report)).toEqual({
    random: { test: 1, in: 'tests/test_a.py' },
    ssl: { app: 1, script: 1, test: 1, in: 'scripts/x.py' },
  });
  const { path, span } = report.imports.get('ssl')?.first ?? { path: '', span: { start: 0, end: 0 } };
  const text = new TextDecoder().decode(report.files.get(path)?.bytes.subarray(span.start, span.end));
  expect(text).toBe('import ssl');
});

test('nothing is counted that nobody asked for', async () => {
  expect(usesOf(await scanned({ '/work/a.py': 'import ssl, pickle\n' }, ['pickle']))).toEqual({
    pickle: { app: 1, in: 'a.py' },
  });
});

test('files that start Python are counted, whatever is said of them', async () => {
  const none = await scanned({ '/work/a.py': 'import os\n', '/work/Dockerfile': 'FROM debian\nCMD ["ls"]\n' });
  expect(none.starts).toBeUndefined();
  const report = await scanned({
    '/work/Dockerfile': 'FROM python\nRUN python -I a.py\nCMD ["python", "b.py"]\n',
    '/work/tests/run.sh': 'python c.py\n',
    '/work/a.py': '#!/usr/bin/env python3\n',
  });
  expect(report.starts).toMatchObject({ filesByRole: { app: 2, test: 1 }, first: { path: 'Dockerfile' } });
});
