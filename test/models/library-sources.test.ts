// Every library's fixture: where its values come from, and what on them is harmless.

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkMarks } from './source-marks.ts';

const folder = new URL('sources/', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.py'));

describe('where the values of a library come from', () => {
  test.each(names)('%s', (name) => {
    const { complaints, marks, harmless } = checkMarks(name, readFileSync(new URL(name, folder), 'utf8'));
    expect(complaints.join('\n')).toBe('');
    // A fixture without safe twins would not notice a model that calls everything hostile.
    expect(marks).toBeGreaterThan(harmless);
    expect(harmless).toBeGreaterThan(0);
  });
});

describe('a wrong mark is told', () => {
  const line = (mark: string) => `from flask import request\nfrom marks import reveal\nreveal(request.args)  ${mark}\n`;
  const complain = (mark: string) => checkMarks('x.py', line(mark)).complaints.join();

  test('a right mark is not', () => {
    expect(complain('# from: network')).toBe('');
  });
  test('another provenance', () => {
    expect(complain('# from: constant')).toContain('expected from: constant, came from: network');
  });
  test('a use that nothing cleaned', () => {
    expect(complain('# from: network; clean: shell')).toContain('expected clean: shell');
  });
  test('a limit that is none', () => {
    expect(complain('# from: unknown; should be: network')).toContain('no longer wrong');
  });
  test('no mark at all', () => {
    expect(complain('')).toContain('carries no mark');
  });
  test('a misspelt one', () => {
    expect(() => complain('# from network')).toThrow('not a mark');
  });
});
