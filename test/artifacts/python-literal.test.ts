// Literals as CPython's `ast.literal_eval` reads them: texts that a generator makes and changes, and always the same ones.

import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { Budget, defaultLimits } from '../../src/artifacts/budget.ts';
import { type Literal, readLiteral } from '../../src/artifacts/python-literal.ts';

const read = (text: string) => readLiteral(text, new Budget(defaultLimits, () => 0));

test.each([
  ["{'descr': '<f8'", 'malformed'],
  ['f()', 'code'],
  ['().__class__', 'code'],
  ["f'{x}'", 'code'],
  ['[x for x in y]', 'malformed'],
  ['1 2', 'malformed'],
  ['{1: 2, 3}', 'malformed'],
  [`${'('.repeat(300)}${')'.repeat(300)}`, 'deep'],
  [`${'-'.repeat(100)}1`, 'deep'],
])('%s is no literal', (text, because) => {
  expect(read(text)).toMatchObject({ kind: 'none', because });
});

test('what is long is read in a time that grows with it', () => {
  const texts = [`(${'1,'.repeat(200_000)})`, `'${'\\x41'.repeat(200_000)}'`, `${' '.repeat(500_000)}1`];
  for (const text of texts) expect(read(text).kind).not.toBe('none');
  expect(read(`[${"'a' ".repeat(50_000)}]`).kind).toBe('list');
});

// Values as JSON that both sides write alike; what only Python takes is `null`.
const script = String.raw`
import ast, json, random, sys, warnings
warnings.simplefilter("ignore")
random.seed(20261122)
def show(value):
    if isinstance(value, bool) or value is None: return ["constant", value]
    if isinstance(value, int): return ["int", str(value)]
    if isinstance(value, float): return ["float", repr(float(value)) if value != value else value if abs(value) < 1e300 else str(value)]
    if isinstance(value, str): return ["text", [ord(c) for c in value]]
    if isinstance(value, bytes): return ["bytes", list(value)]
    if isinstance(value, dict): return ["dict", [[show(k), show(v)] for k, v in value.items()]]
    if isinstance(value, (tuple, list)): return [type(value).__name__, [show(v) for v in value]]
    return None
def make(depth):
    kind = random.randrange(6 if depth == 0 else 9)
    if kind == 0: return random.choice(["1", "0", "-7", "+3", "0x1f", "1_000", "0b101", "0o17", "123456789012345678901234567890"])
    if kind == 1: return random.choice(["1.5", "-2.25", "1e5", ".5", "3.", "1E-3"])
    if kind == 2: return repr("".join(random.choice("ab'\"\\\n\x01é€ #,()") for _ in range(random.randrange(6))))
    if kind == 3: return repr(bytes(random.randrange(256) for _ in range(random.randrange(5))))
    if kind == 4: return random.choice(["True", "False", "None", "r'a\\n'", "b'\\x00' b'b'", "'a' 'b'", "'''x\ny'''", "u'z'", "'\\u00e9\\101'"])
    if kind == 5: return random.choice(["()", "[]", "{}"])
    items = [make(depth - 1) for _ in range(random.randrange(4))]
    space = random.choice(["", " ", "\n", " # c\n"])
    if kind == 6: return "[" + ("," + space).join(items) + "]"
    if kind == 7: return "(" + "".join(i + "," + space for i in items) + ")"
    return "{" + ("," + space).join(repr(str(n)) + ":" + space + i for n, i in enumerate(items)) + "}"
cases = []
while len(cases) < 6000:
    text = make(3)
    if random.random() < 0.6:
        for _ in range(random.randrange(1, 3)):
            at = random.randrange(len(text) + 1)
            text = text[:at] + random.choice(["", "'", '"', ",", "(", ")", "[", "]", ":", "-", "1", ".", "x", "\\", " ", "\n", "#"]) + text[at + random.randrange(2):]
    try: value = ast.literal_eval(text)
    except Exception: cases.append([text, "error"]); continue
    shown = show(value)
    if "null" in json.dumps(shown).replace('"constant", null', ""): continue
    cases.append([text, shown])
json.dump(cases, sys.stdout)
`;

type Shown = readonly [string, unknown];

function show(value: Literal): Shown {
  switch (value.kind) {
    case 'constant':
      return ['constant', value.value];
    case 'int':
      return ['int', String(value.value)];
    case 'float':
      return ['float', value.value];
    case 'text':
      return ['text', [...value.value].map((letter) => letter.codePointAt(0))];
    case 'bytes':
      return ['bytes', [...value.value].map((letter) => letter.charCodeAt(0))];
    case 'dict': {
      // The last value of a key counts, and stands where the key came first.
      const entries = new Map(value.entries.map(([key, each]) => [JSON.stringify(show(key)), [show(key), show(each)]]));
      return ['dict', [...entries.values()]];
    }
    default:
      return [value.kind, value.items.map(show)];
  }
}

const made = spawnSync('python3', ['-c', script], { maxBuffer: 64 * 1024 ** 2 });

test.skipIf(made.status !== 0)('as CPython reads them (skipped without python3)', () => {
  const cases = JSON.parse(String(made.stdout)) as [string, Shown | 'error'][];
  const wrong = cases.flatMap(([text, expected]) => {
    const value = read(text);
    const found = value.kind === 'none' ? 'error' : show(value);
    return JSON.stringify(found) === JSON.stringify(expected) ? [] : [{ text, expected, found }];
  });
  expect(wrong.slice(0, 10)).toEqual([]);
  expect(cases.filter(([, expected]) => expected !== 'error').length).toBeGreaterThan(2000);
});
