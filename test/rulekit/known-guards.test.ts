// Checks that values have passed, wherever they were made, and those that prove nothing: as a rule about shell commands
// sees them.

import { expect, test } from 'vitest';
import { considerations } from '../../src/rules/index.ts';
import { type AnalyseOptions, analyse } from '../../src/scan/analyse.ts';
import { defaultTarget } from '../rules/fixture.ts';

const rules = considerations.filter(({ id }) => id === 'subprocess/shell-command-from-input');

function said(body: string, options: Partial<AnalyseOptions> = {}, before = ''): string {
  const lines = body.split('\n').map((line) => `    ${line}`);
  const text = `import os, re, sys, flask\n${before}\ndef view():\n    x = flask.request.args["q"]\n${lines.join('\n')}\n`;
  const files = [{ path: 'app.py', bytes: new TextEncoder().encode(text), role: 'app' as const }];
  const { findings, problems } = analyse(files, rules, { target: defaultTarget, threatModel: 'web', ...options });
  expect(problems).toEqual([]);
  return findings.map(({ verdict }) => verdict).join();
}

const run = 'os.system("show " + x)';

test.each([
  ['if x not in ("a", "b"): return', 'membership'],
  ['if not (x == "a" or x == "b"): return', 'one of two equalities'],
  ['if x != "a" and x != "b": return', 'none of two inequalities'],
  ['if not re.fullmatch("[a-z]+", x): return', 'the whole text'],
  ['if re.search("[^a-z]", x): return', 'no forbidden character'],
  ['if not all(c.isalnum() for c in x): return', 'each character'],
  ['if any(not c.isalnum() for c in x): return', 'no other character'],
  ['x = "".join(c for c in x if c.isalnum())', 'only such characters are kept'],
  ['x = re.sub("[^a-z]", "", x)', 'all others are taken out'],
  ['x = x if x in {"a", "b"} else "a"', 'a default for all others'],
  ['ok = x.isalnum()\nif not ok: return', 'a stored answer'],
  ['try:\n    int(x)\nexcept ValueError:\n    sys.exit(1)\nx = x.strip()', 'it converts'],
  ['x = {"a": "1", "b": "2"}.get(x, "0")', 'constants by key'],
  ['while x not in ("a", "b"):\n    x = flask.request.args["r"]', 'asked until it is right'],
])('%s', (guard) => {
  expect(said(`${guard}\n${run}`)).toBe('pass');
});

test.each([
  ['if x not in "abc": return', 'a part of a text'],
  ['if not re.match("[a-z]+", x): return', 'the start'],
  ['if not re.fullmatch(".+", x): return', 'any character'],
  ['if not re.fullmatch("[a-z]+", x, re.X): return', 'flags that change how it is read'],
  ['if ";" in x or "|" in x: return', 'a deny-list'],
  ['if not any(c.isalnum() for c in x): return', 'one character'],
  ['if not x[0].isalnum(): return', 'the first character'],
  ['if not (x == "a" or len(x) > 3): return', 'one of two is weak'],
  ['if not x.isalnum() and len(x) > 3: return', 'the check may be skipped'],
  ['if not x.isalnum(): print("bad")', 'nothing follows from it'],
  ['y = flask.request.args["r"]\nif not y.isalnum(): return', 'another value'],
  ['if not x.replace(";", "").isalnum(): return', 'what was taken out is back'],
  ['for c in x:\n    if not c.isalnum(): break', 'the loop is left and goes on'],
  ['if x.isalnum():\n    pass\nx = flask.request.args["q2"]', 'changed since'],
])('%s', (guard) => {
  expect(said(`${guard}\n${run}`)).toBe('fail');
});

test('functions of the project that check count by what they do', () => {
  const answers =
    'def fine(v):\n    if v.startswith("-"):\n        return False\n    return v.isascii() and v.isalnum()\n';
  expect(said(`if not fine(x): return\n${run}`, {}, answers)).toBe('pass');
  const oneOfTwo =
    'def fine(v):\n    if v.isalnum():\n        return True\n    if len(v) > 3:\n        return True\n    return False\n';
  expect(said(`if not fine(x): return\n${run}`, {}, oneOfTwo)).toBe('fail');
  const raises = 'def check(v):\n    if not v.isalnum():\n        raise ValueError(v)\n';
  expect(said(`check(x)\n${run}`, {}, raises)).toBe('pass');
  const logs = 'def check(v):\n    if not v.isalnum():\n        print(v)\n';
  expect(said(`check(x)\n${run}`, {}, logs)).toBe('fail');
});

test('a function that the project declares to clean does so, for what it says', () => {
  const clean = 'import secret_library\ndef clean(v):\n    return secret_library.cleaned(v)\n';
  const body = 'os.system("show " + clean(x))';
  expect(said(body, {}, clean)).not.toBe('pass');
  expect(said(body, { sanitizers: [['app.clean', 'shell']] }, clean)).toBe('pass');
  expect(said(body, { sanitizers: [['app.clean', 'markup']] }, clean)).not.toBe('pass');
});
