// Configuration files: found, read, checked, and in agreement with the published schema.

import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { configurationKeys, configurationSchema } from '../../src/config/configuration.ts';
import { findConfiguration, readNamedConfiguration } from '../../src/config/configuration-file.ts';
import { UsageError } from '../../src/core/index.ts';
import { madeUpFiles } from '../scan/made-up-files.ts';

const whole = `
exclude = ["legacy/"]
show = ["fail", "open"]
gate = "high"
min-severity = "medium"
threat-model = "web"
python = ">=3.9"
expat = "2.6.0"
openssl = "OpenSSL 3.0.13"
sanitizers = ["app.text.clean:shell", "app.text.clean:markup"]
ignore = [{ path = "tests/*.pkl", rule = "pickle/untrusted-load", reason = "made by the tests" }]

[roles]
"tools/**" = "app"

[pickle]
trusted-names = ["shop.cart.Cart"]
`;

const find = (texts: Record<string, string>, start = '.') => findConfiguration(start, madeUpFiles(texts));

test('every key is read', () => {
  const file = find({ '/work/heed.toml': whole });
  expect(file).toEqual({
    path: 'heed.toml',
    folder: '/work',
    configuration: {
      exclude: ['legacy/'],
      show: ['fail', 'open'],
      gate: 'high',
      'min-severity': 'medium',
      'threat-model': 'web',
      python: { minimum: [3, 9], maximum: [3, 15] },
      expat: [2, 6, 0],
      openssl: [3, 0, 13],
      sanitizers: [
        ['app.text.clean', 'shell'],
        ['app.text.clean', 'markup'],
      ],
      roles: [['tools/**', 'app']],
      ignore: [{ path: 'tests/*.pkl', rule: 'pickle/untrusted-load', reason: 'made by the tests' }],
      pickle: { 'trusted-names': ['shop.cart.Cart'] },
    },
  });
  expect(Object.keys(file?.configuration ?? {}).sort()).toEqual(Object.keys(configurationKeys).sort());
});

test('the nearest file that speaks of heed is found, from the path upwards', () => {
  const texts = {
    '/work/pyproject.toml': '[tool.heed]\ngate = "low"\n',
    '/work/a/pyproject.toml': '[tool.other]\n',
    '/work/a/b/c.py': '',
    '/work/d/heed.toml': 'gate = "high"',
    '/work/d/pyproject.toml': '[tool.heed]\n',
    '/work/d/e.py': '',
  };
  expect(find(texts, 'a/b/c.py')?.path).toBe('pyproject.toml');
  expect(find(texts, 'd/e.py')?.path).toBe('d/heed.toml');
  expect(find({ '/work/a.py': '' }, 'a.py')).toBeUndefined();
});

const wrong = (toml: string): string => {
  try {
    find({ '/work/heed.toml': toml });
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError);
    return (error as UsageError).message;
  }
  return 'no error';
};

test('what is wrong is named, with the file, the key and what is right', () => {
  expect(wrong('excludes = []')).toBe('heed.toml:1: unknown key excludes; did you mean exclude?');
  expect(wrong('min_severity = "low"')).toBe('heed.toml:1: unknown key min_severity; did you mean min-severity?');
  expect(wrong('zzzzzzzzz = 1')).toContain('unknown key zzzzzzzzz; known keys: exclude, show');
  expect(wrong('gate = "hihg"')).toBe(
    'heed.toml:1: gate = "hihg" is not right; it takes critical, high, medium, low or never',
  );
  expect(wrong('python = "4.7"')).toContain('python = "4.7" is not right; it takes a version such as');
  expect(wrong('[roles]\n"x" = "tests"')).toContain('roles = {"x":"tests"} is not right');
  expect(wrong('gate = high')).toMatch(/^heed\.toml:1:\d+: not valid TOML: /);
});

test('everything that is wrong is said at once, by line where it can be told', () => {
  const project = `[project]
gate = "not ours"

[tool.heed]
gate = "hihg"
show = ["fial"]
exclude = [
  "gat = 1",
]
"shwo" = 1

[tool.heed.roles]
"x" = "tests"

[tool.heed.rules.pickle]
severity = "low"
`;
  expect(() => find({ '/work/pyproject.toml': project })).toThrow(
    new UsageError(`pyproject.toml: 5 settings are wrong
  pyproject.toml:5: gate = "hihg" is not right; it takes critical, high, medium, low or never
  pyproject.toml:6: show = ["fial"] is not right; it takes a list of fail, open or pass
  pyproject.toml:10: unknown key shwo; did you mean show?
  pyproject.toml:12: roles = {"x":"tests"} is not right; it takes a table from pattern to app, test, script, example, generated, vendored, stub or notebook
  pyproject.toml:15: unknown key rules; did you mean roles?`),
  );
  expect(wrong('python = "4.7"\ngat = 1')).toMatch(
    /^heed\.toml: 2 settings are wrong\n {2}heed\.toml:1: .*\n {2}heed\.toml:2: /,
  );
  expect(() => find({ '/work/pyproject.toml': 'tool = { heed = { gat = 1 } }' })).toThrow(
    'pyproject.toml: unknown key gat; did you mean gate?',
  );
});

test('a named file must be there and speak of heed', () => {
  const machine = madeUpFiles({ '/work/pyproject.toml': '[project]\n', '/work/own.toml': 'gate = "high"' });
  expect(() => readNamedConfiguration('gone.toml', machine)).toThrow('no such configuration file: gone.toml');
  expect(() => readNamedConfiguration('pyproject.toml', machine)).toThrow('pyproject.toml has no table [tool.heed]');
  expect(readNamedConfiguration('own.toml', machine).configuration).toEqual({ gate: 'high' });
});

test('the published schema is the one in the code', async () => {
  const text = `${JSON.stringify(configurationSchema(), undefined, 2)}\n`;
  await expect(text).toMatchFileSnapshot('../../docs/heed.schema.json');
});

test('schema and reader agree', () => {
  const validate = new Ajv().compile(configurationSchema());
  expect(validate({ exclude: ['a'], show: ['fail'], gate: 'never', roles: { a: 'test' }, python: '3.9' })).toBe(true);
  expect(validate({ excludes: [] })).toBe(false);
  expect(validate({ gate: 'hihg' })).toBe(false);
  expect(validate({ roles: { a: 'tests' } })).toBe(false);
});
