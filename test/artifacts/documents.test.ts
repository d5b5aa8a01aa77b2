// JSON against the runtime's own reader, and all readers of structured text on nesting that nobody writes.

import { describe, expect, test } from 'vitest';
import { readJson } from '../../src/artifacts/documents/json.ts';
import { readToml } from '../../src/artifacts/documents/toml.ts';
import { type DocumentNode, entryOf, scalarOf } from '../../src/artifacts/documents/tree.ts';
import { readYaml } from '../../src/artifacts/documents/yaml.ts';
import { readExpression } from '../../src/artifacts/logging/expression.ts';

function toValue(node: DocumentNode): unknown {
  if (node.kind === 'list') return node.items.map(toValue);
  if (node.kind === 'map') return Object.fromEntries(node.entries.map(({ key, value }) => [key, toValue(value)]));
  return node.isQuoted ? node.text : JSON.parse(node.text);
}

describe('JSON', () => {
  test('what is mutated is read or refused as JSON.parse() does', () => {
    const original = '{"a": [1, -2.5e3, true, {"b": null}], "c": ["x\\/y\\u0041", [], {}], "": "é"}';
    const pieces = ['{', '}', '[', ']', ',', ':', '"', '\\', ' ', '1', 'null', '"k":', ''];
    let read = 0;
    for (let at = 0; at <= original.length; at++) {
      for (const piece of pieces) {
        for (const cut of [0, 1, 2]) {
          const text = original.slice(0, at) + piece + original.slice(at + cut);
          let expected: unknown;
          let isJson = true;
          try {
            expected = JSON.parse(text);
          } catch {
            isJson = false;
          }
          const { documents, problem } = readJson(text);
          expect([text, problem === undefined]).toEqual([text, isJson]);
          if (!isJson) continue;
          read++;
          expect(toValue(documents[0] as DocumentNode)).toEqual(expected);
        }
      }
    }
    expect(read).toBeGreaterThan(100);
  });

  test('places are those of what is written', () => {
    const source = '{"a": ["\\u0062", 12]}';
    const [root] = readJson(source).documents;
    const list = entryOf(root, 'a');
    const texts = list?.kind === 'list' ? list.items.map(({ span }) => source.slice(span.start, span.end)) : [];
    expect(texts).toEqual(['"\\u0062"', '12']);
  });
});

describe('what is nested more deeply than anybody writes', () => {
  const many = 40_000;
  const texts = ['['.repeat(many), '{"a":'.repeat(many), '- '.repeat(many), '? '.repeat(many), 'a: '.repeat(1000)];
  test.each(texts.map((text) => [text.slice(0, 6), text] as const))('%s…', (_, text) => {
    expect(readJson(text).problem).toBeDefined();
    expect(readYaml(text).problem).toBeDefined();
  });
  test('brackets that are closed are read as JSON, without recursion', () => {
    expect(readJson('['.repeat(many) + ']'.repeat(many)).problem).toBeUndefined();
  });
  test('TOML', () => {
    expect(readToml(`a = ${'['.repeat(5000)}`).problem).toBeDefined();
    expect(readToml(`${'a.'.repeat(5000)}a = 1`).problem).toBeDefined();
    expect(readToml(`[${'a.'.repeat(5000)}a]\nb = 1`).problem).toBeDefined();
  });
  test('aliases of aliases', () => {
    const lines = ['a0: &a0 [x]'];
    for (let level = 1; level < 30; level++) lines.push(`a${level}: &a${level} [${`*a${level - 1},`.repeat(9)}]`);
    expect(readYaml(lines.join('\n')).problem).toBe('the file holds more than can be read');
  });
});

test('YAML merges maps behind what a map says itself', () => {
  const [root] = readYaml(
    'base: &base {a: 1, b: 2}\nother: &other {c: 3}\nmap:\n  <<: [*base, *other]\n  b: 4',
  ).documents;
  const map = entryOf(root, 'map');
  expect(['a', 'b', 'c'].map((key) => scalarOf(entryOf(map, key)))).toEqual(['1', '4', '3']);
});

describe('expressions', () => {
  const literal = [
    '()',
    '(sys.stdout,)',
    "('a.log', 'w', 10*1024, 5)",
    "('a' 'b' + 'c', -1, 2.5e-3, None)",
    '{"a": DEBUG}',
    '"""a\'b"""',
    "(('localhost', handlers.SYSLOG_UDP_PORT), handlers.SysLogHandler.LOG_USER)",
    'handlers.RotatingFileHandler',
  ];
  const unknown = [
    '(os.environ["X"],)',
    '(os.path.join("a", "b"),)',
    '("a" * 10,)',
    'lambda: 1',
    'f"{x}"',
    '"".join',
    '("open',
    'exit',
    '[x for x in y]',
    '(10 ** 10,)',
  ];
  const runs = [
    '(os.system("x"),)',
    '(os . \\\n system("x"),)',
    '(#c\n os.system #d\n ("x"),)',
    'getattr(os, "system")("x")',
    '("x")("y")',
    'ｏｓ.system("x")',
    '0or os.system("x")',
    '1if(exit())else 2',
    'f"{os.system(1)}"',
    "''.join(x)",
    'x[0](1)',
    '{}["a"]()',
    "f'{x!r:{y(1)}}'",
  ];
  test.each(literal)('%s is a literal', (text) => expect(readExpression(text).reach).toBe('literal'));
  test.each(unknown)('%s is no literal', (text) => expect(readExpression(text).reach).toBe('unknown'));
  test.each(runs)('%s calls', (text) => expect(readExpression(text).reach).toBe('runs'));
});
