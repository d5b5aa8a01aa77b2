// Reads a fixture: Python with what is true written on the lines themselves. CONTRIBUTING.md describes the notation
// for authors; this file is its definition.
//
//   x = f(y)   # fail: messageId              the rule fails this line with this message
//              # fail[a]: messageId           … and its evidence leads to the line marked `# source[a]`
//              # open: messageId · # pass: evidence · # nothing: why
//              # missed: messageId, why · # false-alarm: messageId, why
//              # fail: one; pass: evidence    several marks on one line
//   #   ^^^^                                  the line above is reported with exactly this span
//   # file: app/views.py                      what follows is another file; of any kind: Dockerfile, app.service
//   # python: 3.9 · # python: 3.9-3.12        what the project runs on; below `# file:`, what that file runs on
//   # python: =3.11.7; expat 2.6.0            exactly this release, with this library: `expat` or `openssl`
//   # requires: lxml>=4.2                    which versions of a library it runs with; place as above, any number
//   # options: {"threatModel": "cli", "role": "test"}      in the first lines

import { defaultMinimum, newestVersion, readRelease } from '../../src/config/python-versions.ts';
import { readRequirement } from '../../src/config/requirements.ts';
import type { FileRole, ThreatModel } from '../../src/core/index.ts';
import type { Release, Target } from '../../src/rulekit/index.ts';

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
  /** files of one target form one project */
  readonly target: Target;
  /** by line in the fixture */
  readonly marks: ReadonlyMap<number, readonly Mark[]>;
  readonly carets: ReadonlyMap<number, readonly Caret[]>;
}

export interface Fixture {
  readonly files: readonly FixtureFile[];
  readonly threatModel: ThreatModel;
  readonly role: FileRole;
  /** what is wrong with the notation itself */
  readonly mistakes: readonly { readonly line: number; readonly text: string }[];
}

export const kindNames: readonly string[] = [
  'fail',
  'open',
  'pass',
  'nothing',
  'missed',
  'false-alarm',
  'source',
] satisfies readonly MarkKind[];
const kinds = kindNames.join('|');
const comment = new RegExp(`#\\s*((?:${kinds})(?:\\[\\w+\\])?(?::.*|\\s*;.*|\\s*))$`);
const mark = new RegExp(`^(${kinds})(?:\\[(\\w+)\\])?(?:\\s*:\\s*(.*))?$`);
const nextMark = new RegExp(`\\s*;\\s*(?=(?:${kinds})(?:\\[\\w+\\])?\\s*(?::|;|$))`);
const threatModels: readonly string[] = ['web', 'cli', 'library', 'notebook'];
const roles: readonly string[] = ['app', 'test', 'script', 'example', 'generated', 'vendored', 'stub', 'notebook'];

/** What heed assumes of a project that does not say what it runs on. */
export const defaultTarget: Target = { minimum: defaultMinimum, maximum: newestVersion, source: 'default' };

export function readFixture(text: string): Fixture {
  const mistakes: { line: number; text: string }[] = [];
  const files: {
    path: string;
    firstLine: number;
    lines: string[];
    target: Target | undefined;
    marks: Map<number, Mark[]>;
    carets: Map<number, Caret[]>;
  }[] = [];
  const open = (path: string, firstLine: number) =>
    files.push({ path, firstLine, lines: [], target: undefined, marks: new Map(), carets: new Map() });
  open('app.py', 1);
  let hasFileHeader = false;
  let projectTarget = defaultTarget;
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
      open(nextFile, line + 1);
      hasFileHeader = true;
      return;
    }
    const file = files.at(-1);
    if (file === undefined) return;
    file.lines.push(source);

    const python = /^#\s*python:(.*)$/.exec(source)?.[1];
    if (python !== undefined) {
      const target = readTarget(python);
      if (target === undefined)
        mistake(`"${python.trim()}" is no range of Pythons: 3.9 (and later), 3.9-3.12 or =3.11.7`);
      else if (hasFileHeader) file.target = { ...(file.target ?? projectTarget), ...target };
      else projectTarget = { ...projectTarget, ...target };
      return;
    }
    const requires = /^#\s*requires:\s*(\S.*?)\s*$/.exec(source)?.[1];
    if (requires !== undefined) {
      const found = readRequirement(requires, 'requirements.txt');
      if (found === undefined) mistake(`"${requires}" bounds no version of a library: lxml>=4.2`);
      else if (hasFileHeader) file.target = requiring(file.target ?? projectTarget, found);
      else projectTarget = requiring(projectTarget, found);
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
    const misspelt = misspeltMark(source);
    if (misspelt !== undefined) mistake(misspelt);
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
  const placed = files.map((file) => ({ ...file, target: file.target ?? projectTarget }));
  return { files: placed, threatModel, role, mistakes };
}

function requiring(target: Target, [name, requirement]: NonNullable<ReturnType<typeof readRequirement>>): Target {
  const known = target.requirements?.[name] ?? [];
  return { ...target, requirements: { ...target.requirements, [name]: [...known, requirement] } };
}

/** A line of a file that is not Python as it stands in that file; a line of carets or directives alone is empty there. */
export function withoutMarks(line: string): string {
  if (readCarets(line, 0).length > 0 || /^#\s*(?:python|options):/.test(line)) return '';
  const written = comment.exec(line);
  return written === null ? line : line.slice(0, written.index).trimEnd();
}

/** ` 3.9`, ` 3.9.4`: that one and later; ` 3.9-3.12`: both included; ` =3.11.7`: this one. `; expat 2.6.0` may follow. */
export function readTarget(text: string): Target | undefined {
  const [python = '', ...others] = text.split(';').map((part) => part.trim());
  const range = /^(=)?(\d+)\.(\d+)(?:\.(\d+))?(?:\s*-\s*(\d+)\.(\d+))?$/.exec(python);
  if (range === null) return undefined;
  const [, exactly, from, fromMinor, patch, to, toMinor] = range;
  const minimum: Target['minimum'] = [Number(from), Number(fromMinor)];
  const libraries: { expat?: Release; openssl?: Release } = {};
  for (const each of others) {
    const [, name, version] = /^(expat|openssl)\s+(\S+)$/.exec(each) ?? [];
    const release = version === undefined ? undefined : readRelease(version);
    if (release === undefined) return undefined;
    libraries[name as keyof typeof libraries] = release;
  }
  return {
    minimum,
    maximum: exactly !== undefined ? minimum : to === undefined ? newestVersion : [Number(to), Number(toMinor)],
    source: 'configuration',
    ...(patch === undefined ? {} : { patch: Number(patch) }),
    ...(exactly === undefined || patch === undefined ? {} : { isExact: true }),
    ...libraries,
  };
}

/**
 * `# fial: hostile`, `# Fail: hostile`, `# fail: hostile; pas: the flag is read-only`. Other words with a colon are
 * comments: `# type: ignore`.
 */
function misspeltMark(source: string): string | undefined {
  const hash = source.indexOf('#');
  for (const piece of hash < 0 ? [] : source.slice(hash + 1).split(/[#;]/)) {
    const word = /^\s*([A-Za-z]+(?:[-_ ][A-Za-z]+)?)(?:\[\w+\])?\s*:/.exec(piece)?.[1];
    if (word === undefined || kindNames.includes(word)) continue;
    const spelt = word.toLowerCase().replace(/[_ ]/g, '-');
    const near = kindNames.find(
      (kind) => editsBetween(spelt, kind) <= (kind.length > 4 || spelt.startsWith(kind) ? 2 : 1),
    );
    if (near !== undefined) return `"${word}" is no mark; did you mean ${near}?`;
  }
  return undefined;
}

/** Letters added, dropped, replaced or swapped with the next. */
function editsBetween(one: string, other: string): number {
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const isSame = one[i - 1] === other[j - 1];
      const isSwap = one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      const at = (cells: readonly number[], index: number) => cells[index] ?? Number.POSITIVE_INFINITY;
      row.push(
        Math.min(
          at(row, j - 1) + 1,
          at(last, j) + 1,
          at(last, j - 1) + (isSame ? 0 : 1),
          isSwap ? at(before, j - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    before = last;
    last = row;
  }
  return last[other.length] ?? 0;
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
