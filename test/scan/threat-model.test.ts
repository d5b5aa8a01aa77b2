// Which sources count as hostile, guessed from imports.

import { expect, test } from 'vitest';
import type { FileRole } from '../../src/core/index.ts';
import { guessThreatModel } from '../../src/scan/threat-model.ts';

const guess = (...files: readonly (readonly [text: string, role?: FileRole])[]): string =>
  guessThreatModel(files.map(([text, role = 'app']) => ({ bytes: new TextEncoder().encode(text), role })));

test('a web framework or server makes it web', () => {
  expect(guess(['import os\nfrom flask import request\n'])).toBe('web');
  expect(guess(['import os, flask\n'])).toBe('web');
  expect(guess(['def f():\n    from django.http import HttpResponse\n'])).toBe('web');
  expect(guess(['from http.server import HTTPServer\n'], ['import argparse\n'])).toBe('web');
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
