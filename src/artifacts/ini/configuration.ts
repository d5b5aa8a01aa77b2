// INI files as Python's ConfigParser reads them (Lib/configparser.py, RawConfigParser._read, the same from 3.9 to 3.14):
// `=` or `:`, names in lower case, values that go on over indented lines, comments on lines of their own. Where CPython
// gives up, what it would have said is noted, and reading goes on: other readers are less strict.

import type { Span } from '../../core/index.ts';
import { isBlank, strippedSpan } from './characters.ts';

export interface IniOption {
  readonly name: string;
  /** without interpolation */
  readonly value: string;
  /** of the value as it is written, all of its lines; in UTF-16 units */
  readonly span: Span;
}

export interface IniSection {
  readonly name: string;
  /** of the header */
  readonly span: Span;
  readonly options: ReadonlyMap<string, IniOption>;
}

export type IniMistake = 'no-section' | 'same-section' | 'same-option' | 'no-option';

export interface IniConfiguration {
  readonly sections: ReadonlyMap<string, IniSection>;
  /** `[DEFAULT]` */
  readonly defaults: ReadonlyMap<string, IniOption>;
  readonly mistakes: readonly { readonly kind: IniMistake; readonly span: Span }[];
}

interface GrowingOption {
  readonly lines: string[];
  readonly start: number;
  end: number;
}

interface GrowingSection {
  readonly name: string;
  readonly span: Span;
  readonly options: Map<string, GrowingOption>;
}

const nowhere: Span = { start: 0, end: 0 };

export function readIni(text: string): IniConfiguration {
  const sections = new Map<string, GrowingSection>();
  const defaults: GrowingSection = { name: 'DEFAULT', span: nowhere, options: new Map() };
  const mistakes: { kind: IniMistake; span: Span }[] = [];
  const added = new Set<string>();
  let section: GrowingSection | undefined;
  let option: GrowingOption | undefined;
  let indentation = 0;
  for (const { start: lineStart, end: lineEnd } of linesOf(text)) {
    const [start, end] = strippedSpan(text, lineStart, lineEnd);
    const first = text[start];
    const isComment = start < end && (first === '#' || first === ';');
    if (start === end || isComment) {
      // An empty line is part of the value that it stands in, if what follows is.
      if (!isComment) option?.lines.push('');
      continue;
    }
    const value = text.slice(start, end);
    if (option !== undefined && start - lineStart > indentation) {
      option.lines.push(value);
      option.end = end;
      continue;
    }
    indentation = start - lineStart;
    const name = sectionName(value);
    if (name !== undefined) {
      option = undefined;
      if (name === 'DEFAULT') section = defaults;
      else {
        if (sections.has(name)) mistakes.push({ kind: 'same-section', span: { start, end } });
        section = sections.get(name) ?? { name, span: { start, end }, options: new Map() };
        sections.set(name, section);
      }
      continue;
    }
    if (section === undefined) {
      mistakes.push({ kind: 'no-section', span: { start, end } });
      continue;
    }
    const delimiter = value.search(/[=:]/);
    if (delimiter < 0) {
      mistakes.push({ kind: 'no-option', span: { start, end } });
      continue;
    }
    const key = value.slice(...strippedSpan(value, 0, delimiter)).toLowerCase();
    if (key === '') mistakes.push({ kind: 'no-option', span: { start, end } });
    const identity = `${section.name}\n${key}`;
    if (added.has(identity)) mistakes.push({ kind: 'same-option', span: { start, end } });
    added.add(identity);
    const [from] = strippedSpan(value, delimiter + 1);
    const grown: GrowingOption = { lines: [value.slice(from)], start: start + from, end };
    section.options.set(key, grown);
    // Lines that follow an option without a name belong to nothing.
    option = key === '' ? undefined : grown;
  }
  return {
    sections: new Map([...sections].map(([name, each]) => [name, { ...each, options: finished(each.options) }])),
    defaults: finished(defaults.options),
    mistakes,
  };
}

/** `[name] anything`: the name goes to the last bracket. */
function sectionName(line: string): string | undefined {
  if (!line.startsWith('[')) return undefined;
  const end = line.lastIndexOf(']');
  return end < 2 ? undefined : line.slice(1, end);
}

function finished(options: ReadonlyMap<string, GrowingOption>): ReadonlyMap<string, IniOption> {
  return new Map(
    [...options].map(([name, { lines, start, end }]) => {
      const value = lines.join('\n');
      return [name, { name, value: value.slice(0, rightEnd(value)), span: { start, end } }];
    }),
  );
}

function rightEnd(text: string): number {
  let end = text.length;
  while (end > 0 && isBlank(text.charCodeAt(end - 1))) end--;
  return end;
}

/** Lines as open() in text mode gives them, without their ends. */
function* linesOf(text: string): Generator<Span> {
  const breaks = /\r\n?|\n/g;
  let start = 0;
  for (let found = breaks.exec(text); found !== null; found = breaks.exec(text)) {
    yield { start, end: found.index };
    start = found.index + found[0].length;
  }
  if (start < text.length) yield { start, end: text.length };
}
