// Reads a fixture: Python with what is true written on the lines themselves. CONTRIBUTING.md describes the notation
// for authors; this file is its definition.
//
//   x = f(y)   # fail: messageId              the rule fails this line with this message
//              # fail[a]: messageId           … and its evidence leads to the line marked `# source[a]`
//              # open: messageId · # pass: evidence · # nothing: why
//              # missed: messageId, why · # false-alarm: messageId, why
//              # fail: one; pass: evidence    several marks on one line
//   #   ^^^^                                  the line above is reported with exactly this span
//   # file: app/views.py                      what follows is another file
//   # python: 3.9 · # options: {"threatModel": "cli", "role": "test"}      in the first lines

import type { FileRole, ThreatModel } from '../../src/core/index.ts';
import type { Version } from '../../src/rulekit/index.ts';

export type MarkKind = 'fail' | 'open' | 'pass' | 'nothing' | 'missed' | 'false-alarm' | 'source';

export interface Mark {
  readonly kind: MarkKind;
  /** message id; evidence for `pass`; empty for `nothing` and `source` */
  readonly id: string;
  readonly label: string | undefined;
  readonly text: string;
}

/** Exact places below a line, as columns in Unicode code points from 0. */
export interface Caret {
  readonly start: number;
  readonly end: number;
  /** line in the fixture, from 1 */
  readonly line: number;
}

export interface FixtureFile {
  readonly path: string;
  /** line in the fixture of the file's first line, from 1 */
  readonly firstLine: number;
  readonly lines: readonly string[];
  /** by line in the fixture */
  readonly marks: ReadonlyMap<number, readonly Mark[]>;
  readonly carets: ReadonlyMap<number, readonly Caret[]>;
}

export interface Fixture {
  readonly files: readonly FixtureFile[];
  readonly minimum: Version;
  readonly maximum: Version;
  readonly threatModel: ThreatModel;
  readonly role: FileRole;
  /** what is wrong with the notation itself */
  readonly mistakes: readonly { readonly line: number; readonly text: string }[];
}

const kinds = 'fail|open|pass|nothing|missed|false-alarm|source';
const comment = new RegExp(`#\\s*((?:${kinds})(?:\\[\\w+\\])?(?::.*|\\s*;.*|\\s*))$`);
const mark = new RegExp(`^(${kinds})(?:\\[(\\w+)\\])?(?:\\s*:\\s*(.*))?$`);
const nextMark = new RegExp(`\\s*;\\s*(?=(?:${kinds})(?:\\[\\w+\\])?\\s*(?::|;|$))`);
const threatModels: readonly string[] = ['web', 'cli', 'library', 'notebook'];
const roles: readonly string[] = ['app', 'test', 'script', 'example', 'generated', 'vendored', 'stub', 'notebook'];

const newest: Version = [3, 15];
const usualMinimum: Version = [3, 10];

export function readFixture(text: string): Fixture {
  const mistakes: { line: number; text: string }[] = [];
  const files: {
    path: string;
    firstLine: number;
    lines: string[];
    marks: Map<number, Mark[]>;
    carets: Map<number, Caret[]>;
  }[] = [{ path: 'app.py', firstLine: 1, lines: [], marks: new Map(), carets: new Map() }];
  let minimum = usualMinimum;
  let maximum = newest;
  let threatModel: ThreatModel = 'web';
  let role: FileRole = 'app';
  let lastCodeLine = 0;

  text.split(/\r?\n/).forEach((source, index) => {
    const line = index + 1;
    const mistake = (what: string) => mistakes.push({ line, text: what });
    const nextFile = /^#\s*file:\s*(\S+)\s*$/.exec(source)?.[1];
    if (nextFile !== undefined) {
      const isFirst = files.length === 1 && files[0]?.lines.every((each) => /^\s*(#.*)?$/.test(each));
      if (isFirst) files.pop();
      files.push({ path: nextFile, firstLine: line + 1, lines: [], marks: new Map(), carets: new Map() });
      return;
    }
    const file = files.at(-1);
    if (file === undefined) return;
    file.lines.push(source);

    const python = /^#\s*python:\s*(\d+)\.(\d+)(?:\s*-\s*(\d+)\.(\d+))?\s*$/.exec(source);
    if (python !== null) {
      minimum = [Number(python[1]), Number(python[2])];
      if (python[3] !== undefined) maximum = [Number(python[3]), Number(python[4])];
      return;
    }
    const options = /^#\s*options:\s*(.*)$/.exec(source)?.[1];
    if (options !== undefined) {
      const read = readOptions(options);
      if (typeof read === 'string') mistake(read);
      else {
        threatModel = read.threatModel ?? threatModel;
        role = read.role ?? role;
      }
      return;
    }
    const carets = readCarets(source, line);
    if (carets.length > 0) {
      if (lastCodeLine === 0) mistake('nothing stands above these carets');
      else file.carets.set(lastCodeLine, [...(file.carets.get(lastCodeLine) ?? []), ...carets]);
      return;
    }
    lastCodeLine = line;
    const written = comment.exec(source)?.[1];
    if (written === undefined) {
      const almost = new RegExp(`#\\s*(${kinds})(\\[\\w+\\])?\\s+\\w+\\s*$`).exec(source);
      if (almost !== null) mistake(`a mark is written "${almost[1]}: …", with a colon`);
      return;
    }
    for (const each of written.split(nextMark)) {
      const read = readMark(each.trim());
      if (typeof read === 'string') mistake(read);
      else file.marks.set(line, [...(file.marks.get(line) ?? []), read]);
    }
  });
  return { files, minimum, maximum, threatModel, role, mistakes };
}

function readMark(text: string): Mark | string {
  const parts = mark.exec(text);
  if (parts === null) return `"${text}" is not a mark`;
  const kind = parts[1] as MarkKind;
  const rest = (parts[3] ?? '').trim();
  const base = { kind, label: parts[2], text };
  switch (kind) {
    case 'source':
      return parts[2] === undefined ? 'a source needs a label: source[a]' : { ...base, id: '' };
    case 'nothing':
      return rest === '' ? 'nothing: says why, in a few words' : { ...base, id: '' };
    case 'pass':
      return rest === '' ? 'pass: names the evidence' : { ...base, id: rest };
    default: {
      const id = /^[\w-]+/.exec(rest)?.[0];
      return id === undefined ? `${kind}: names a message id` : { ...base, id };
    }
  }
}

/** A comment of carets only. A `#` that touches them counts as the first: so a span can start in the first column. */
function readCarets(source: string, line: number): readonly Caret[] {
  if (!/^\s*#[\s^]*\^[\s^]*$/.test(source)) return [];
  return [...source.matchAll(/(?:#\^|\^)\^*/g)].map(({ index, 0: text }) => ({
    start: index,
    end: index + text.length,
    line,
  }));
}

function readOptions(text: string): { threatModel?: ThreatModel; role?: FileRole } | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'options are JSON: {"threatModel": "cli", "role": "test"}';
  }
  const { threatModel, role, ...others } = value as Record<string, unknown>;
  const unknown = Object.keys(others)[0];
  if (unknown !== undefined) return `there is no option "${unknown}": known are threatModel and role`;
  if (threatModel !== undefined && !threatModels.includes(String(threatModel))) {
    return `"${threatModel}" is no threat model: ${threatModels.join(', ')}`;
  }
  if (role !== undefined && !roles.includes(String(role))) return `"${role}" is no role: ${roles.join(', ')}`;
  return value as { threatModel?: ThreatModel; role?: FileRole };
}
