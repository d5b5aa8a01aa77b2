// INI files and Base64 as CPython reads them, from generated and mutated text: the package pyodide carries CPython 3.14.
// `SEED=7 ROUNDS=20000` tries others.

import { loadPyodide } from 'pyodide';
import { beforeAll, describe, expect, test } from 'vitest';
import { type IniConfiguration, readIni } from '../../src/artifacts/ini/configuration.ts';
import { interpolate, optionOf } from '../../src/artifacts/ini/interpolation.ts';
import { decodeBase64 } from '../../src/artifacts/text/base64.ts';

const seed = Number(process.env.SEED ?? 1);
const rounds = Number(process.env.ROUNDS ?? 3000);

const script = `
import base64, binascii, configparser, io, json

def read_ini(text):
    parser = configparser.ConfigParser()
    try:
        parser.read_file(io.TextIOWrapper(io.BytesIO(text.encode("utf-8", "surrogatepass")), "utf-8", "surrogatepass"))
    except configparser.MissingSectionHeaderError:
        return "no-section"
    except configparser.DuplicateSectionError:
        return "same-section"
    except configparser.DuplicateOptionError:
        return "same-option"
    except configparser.ParsingError:
        return "no-option"
    found = {}
    for name in parser.sections():
        values = found[name] = {}
        for option in parser.options(name):
            try:
                values[option] = parser.get(name, option)
            except configparser.InterpolationMissingOptionError:
                values[option] = ["missing"]
            except configparser.InterpolationSyntaxError:
                values[option] = ["syntax"]
            except configparser.InterpolationDepthError:
                values[option] = ["depth"]
    return found

def decode(text):
    answers = []
    data = text.encode("latin-1")
    for read in (lambda: base64.b64decode(data), lambda: base64.b64decode(data, validate=True),
                 lambda: base64.urlsafe_b64decode(data)):
        try:
            answers.append(read().hex())
        except binascii.Error:
            answers.append("error")
    return answers

def answer(kind, texts):
    read = read_ini if kind == "ini" else decode
    return json.dumps([read(text) for text in json.loads(texts)])
`;

let ask: (kind: 'ini' | 'base64', texts: readonly string[]) => unknown[];

beforeAll(async () => {
  const python = await loadPyodide();
  python.runPython(script);
  const answer = python.globals.get('answer') as (kind: string, texts: string) => string;
  ask = (kind, texts) => JSON.parse(answer(kind, JSON.stringify(texts))) as unknown[];
}, 60_000);

/** mulberry32 */
function randomOf(start: number): (below: number) => number {
  let state = start;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

function joined(random: (below: number) => number, pieces: readonly string[], most: number): string {
  let text = '';
  for (let count = random(most) + 1; count > 0; count--) text += pieces[random(pieces.length)];
  return text;
}

describe('configparser', () => {
  const lines = [
    '[a]',
    '[b]',
    '[DEFAULT]',
    '[ a ]',
    '[a] x]',
    '[]',
    '[a',
    '  [a]',
    'x = 1',
    'X: 2',
    'y=%(x)s',
    'z = %(Y)s-%(x)s',
    '  more',
    '\tmore = 3',
    '',
    '   ',
    '# c',
    '  ; c',
    'x',
    '= 1',
    ': 2',
    'w = %(w)s',
    'v = %%(x)s',
    'u = 5%',
    'key one = a = b',
    'k:v',
    't = %(none)s',
    's =',
    '    %(x)s',
    'é = ü',
    '\u00a0x = 1',
    'r = 1 ; c',
    'İ = 1',
    'q = %(x',
    '[c]\u2028',
    '\x1cp = 1',
    'o =\u2003%(n)s',
    'n = %(o)s',
    'long = a',
  ];
  const ends = ['\n', '\n', '\n', '\n', '\r\n', '\r', '\n\n'];

  test(`gives the same sections, options and values for ${rounds} files`, { timeout: 300_000 }, () => {
    const random = randomOf(seed);
    const files = Array.from({ length: rounds }, (_, round) => {
      let text = round % 4 === 0 ? '' : '[a]\n';
      for (let count = random(12) + 1; count > 0; count--) {
        // now and then a line of pieces of others
        const line =
          random(8) === 0
            ? joined(random, ['x', ' ', '=', ':', '[', ']', '%', '(x)s', '#', '\t', '\v'], 8)
            : lines[random(lines.length)];
        text += `${line}${ends[random(ends.length)]}`;
      }
      return text;
    });
    const answers = ask('ini', files);
    const wrong = files.flatMap((file, index) => {
      const ours = JSON.stringify(asPython(readIni(file)));
      const theirs = JSON.stringify(answers[index]);
      return ours === theirs ? [] : [{ file, ours, theirs }];
    });
    expect(wrong.slice(0, 5)).toEqual([]);
    const kinds = new Set(answers.map((each) => (typeof each === 'string' ? each : 'read')));
    expect([...kinds].sort()).toEqual(['no-option', 'no-section', 'read', 'same-option', 'same-section']);
  });

  /** CPython stops at the first mistake but for lines that are no options, which it tells at the end. */
  function asPython(configuration: IniConfiguration): unknown {
    const { mistakes, sections, defaults } = configuration;
    const fatal = mistakes.find(({ kind }) => kind !== 'no-option') ?? mistakes[0];
    if (fatal !== undefined) return fatal.kind;
    const found: Record<string, Record<string, unknown>> = {};
    for (const [name, { options }] of sections) {
      const values: Record<string, unknown> = {};
      for (const option of new Set([...options.keys(), ...defaults.keys()])) {
        const value = interpolate(configuration, name, optionOf(configuration, name, option)?.value ?? '');
        // CPython stops at the first name that is missing, which the program may have given.
        if (value.missing.length > 0) values[option] = ['missing'];
        else values[option] = value.kind === 'value' ? value.text : [value.kind];
      }
      found[name] = values;
    }
    return found;
  }
});

describe('base64', () => {
  test(`decodes ${rounds} texts as binascii does: leniently, strictly and in the alphabet for URLs`, {
    timeout: 300_000,
  }, () => {
    const random = randomOf(seed + 1);
    const pieces = [
      'QUJD',
      'gASV',
      'Q',
      'U',
      '9',
      '+',
      '/',
      '-',
      '_',
      '=',
      '==',
      '!',
      ' ',
      '\n',
      '\xe9',
      '\0',
      'QQ==',
      'QR==',
    ];
    const texts = Array.from({ length: rounds }, () => joined(random, pieces, 8));
    const answers = ask('base64', texts);
    const wrong = texts.flatMap((text, index) => {
      const ours = JSON.stringify(asPython(text));
      const theirs = JSON.stringify(answers[index]);
      return ours === theirs ? [] : [{ text, ours, theirs }];
    });
    expect(wrong.slice(0, 5)).toEqual([]);
  });

  function asPython(text: string): readonly string[] {
    const bytes = Buffer.from(text, 'latin1');
    const standard = decodeBase64(bytes, 'standard');
    const any = decodeBase64(bytes, 'any');
    const hex = ({ bytes: decoded, missing }: typeof any) =>
      missing === 'nothing' ? Buffer.from(decoded).toString('hex') : 'error';
    const isStrict =
      standard.foreign === 0 && standard.blanks === 0 && !standard.hasStrayPadding && standard.end === bytes.length;
    return [hex(standard), isStrict ? hex(standard) : 'error', hex(any)];
  }
});
