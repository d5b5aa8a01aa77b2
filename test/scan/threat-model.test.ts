// Which sources count as hostile, guessed from imports.

import { expect, test } from 'vitest';
import type { FileRole } from '../../src/core/index.ts';
import { declaresScripts, guessThreatModel } from '../../src/scan/threat-model.ts';
import { madeUpFiles } from './made-up-files.ts';

type Made = readonly [text: string, role?: FileRole];

const guessed = (files: readonly Made[], declared?: string) =>
  guessThreatModel(
    files.map(([text, role = 'app'], at) => ({ path: `${at}.py`, bytes: new TextEncoder().encode(text), role })),
    () => declared,
  );
const guess = (...files: readonly Made[]): string => guessed(files).model;

test('a web framework or server makes it web', () => {
  expect(guess(['import os\nfrom flask import request\n'])).toBe('web');
  expect(guess(['import os, flask\n'])).toBe('web');
  expect(guess(['def f():\n    from django.http import HttpResponse\n'])).toBe('web');
  expect(guess(['from http.server import HTTPServer\n'], ['import argparse\n'])).toBe('web');
});

test('a server of the standard library that is only given another name serves nothing', () => {
  expect(guess(['import http.server\ncompat_http_server = http.server\n'])).toBe('library');
  expect(guess(['import http.server\nhttp.server.HTTPServer(("", 80), Page)\n'])).toBe('web');
  expect(guess(['import socketserver as serving\n'])).toBe('web');
  expect(guess(['import http.server\nimport flask\n'])).toBe('web');
});

test('else a parser of arguments makes it cli, else it is a library', () => {
  expect(guess(['import sys\n'], ['import argparse\n'])).toBe('cli');
  expect(guess(['import json\n'])).toBe('library');
  expect(guess()).toBe('library');
});

test('tests and examples say nothing, comments and longer names neither', () => {
  expect(guess(['import flask\n', 'test'])).toBe('library');
  expect(guess(['# import flask\nimport flaskish\nimport x  # , flask\n'])).toBe('library');
});

test('what is written in several words is found too', () => {
  expect(guess(['from aiohttp import web\n'])).toBe('web');
  expect(guess(['import aiohttp\n'])).toBe('library');
  expect(guess(['from http import server\n'])).toBe('web');
  expect(guess(['from http import HTTPStatus\n'])).toBe('library');
});

test('scripts that the project declares make it cli, unless it serves', () => {
  expect(guessed([['import json\n']], 'pyproject.toml').model).toBe('cli');
  expect(guessed([['import flask\n']], 'pyproject.toml').model).toBe('web');
});

test('notebooks make it notebook when there is no application beside them', () => {
  expect(guess(['import json\n', 'notebook'])).toBe('notebook');
  expect(guess(['import json\n', 'notebook'], ['import json\n'])).toBe('library');
});

test('the reason is the first file that tells', () => {
  const reason = (files: readonly Made[], declared?: string) => guessed(files, declared).reason;
  expect(reason([['import os\n'], ['import flask\n'], ['import django\n']])).toBe('1.py imports flask');
  expect(reason([['from aiohttp import web\n']])).toBe('0.py imports aiohttp.web');
  expect(reason([['import json\n'], ['import argparse\n']])).toBe('1.py imports argparse');
  expect(reason([['import json\n']], 'setup.cfg')).toBe('setup.cfg declares scripts');
  expect(reason([['import json\n', 'notebook']])).toBe('0.py is a notebook');
  expect(reason([])).toBe('no web framework or command line in it');
});

test('declared scripts are read from the metadata of the project', () => {
  const declared = (files: Readonly<Record<string, string | undefined>>) =>
    declaresScripts('/work', madeUpFiles(files));
  expect(declared({ '/work/pyproject.toml': '[project.scripts]\nrun = "app:main"\n' })).toBe('pyproject.toml');
  expect(declared({ '/work/pyproject.toml': '[project]\nname = "app"\n' })).toBeUndefined();
  expect(declared({ '/work/setup.cfg': '[options.entry_points]\nconsole_scripts =\n  run = app:main\n' })).toBe(
    'setup.cfg',
  );
  expect(declared({ '/work/setup.py': 'setup(entry_points={"console_scripts": ["run = app:main"]})' })).toBe(
    'setup.py',
  );
  expect(declared({ '/work/setup.py': 'setup(name="app")' })).toBeUndefined();
  expect(declared({ '/work/pyproject.toml': undefined })).toBeUndefined();
  expect(declared({})).toBeUndefined();
});
