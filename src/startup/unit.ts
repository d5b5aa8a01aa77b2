// systemd units: what a service runs, as whom, where, and what it is kept from.

import type { Span } from '../core/index.ts';
import { Excerpt } from './excerpt.ts';
import { type Place, placeNamed, unknownPlace } from './place.ts';
import { addSetting, readWords } from './script.ts';
import type { Environment } from './shell.ts';
import { linesOf } from './shell-file.ts';
import { readTokens } from './shell-words.ts';
import type { Draft } from './start-file.ts';
import { isPythonVariable } from './variables.ts';
import { type Word, wordFrom } from './word.ts';

interface Entry {
  readonly section: string;
  readonly key: string;
  readonly value: Excerpt;
  readonly span: Span;
}

const starts = /^Exec(?:Start|StartPre|StartPost|Reload|Stop|StopPost|Condition)$/;

export function readUnit(draft: Draft, source: Excerpt): void {
  const entries = readEntries(source);
  const last = (key: string) =>
    entries
      .filter((entry) => entry.key === key)
      .at(-1)
      ?.value.text.trim();
  const user = userOf(last, entries);
  const directory = directoryOf(last('WorkingDirectory'));
  let environment: Environment = new Map();
  for (const { key, value, span } of entries) {
    if (key !== 'Environment') continue;
    for (const word of wordsOf(value)) {
      const name = /^([A-Za-z_]\w*)=/.exec(word.excerpt.text);
      if (name === null || !isPythonVariable(name[1] as string)) continue;
      const setting = { name: name[1] as string, value: wordFrom(word, name[0].length), span: word.span };
      addSetting(draft, setting, { directory, environment }, { starter: 'service', user, statement: span });
      environment = new Map(environment).set(setting.name, setting);
    }
  }
  for (const { key, value, span } of entries) {
    readHardening(draft, key, value.text.trim(), span);
    if (!starts.test(key)) continue;
    // -/usr/bin/python: prefixes say what a failure means and how much of the above holds
    const prefix = /^\s*([@:+!|-]*)/.exec(value.text)?.[0] ?? '';
    const isFull = /[+!]/.test(prefix);
    for (const words of commandsOf(value.slice(prefix.length))) {
      // @: the second word is what the program is called
      const run = prefix.includes('@') ? words.filter((_, index) => index !== 1) : words;
      const circumstances = { starter: 'service' as const, user: isFull ? 'root' : user, statement: span };
      readWords(draft, run, { directory, environment }, circumstances);
    }
  }
}

/** Commands of one line are separated by a `;` that stands alone; systemd knows no other operators. */
function commandsOf(value: Excerpt): readonly (readonly Word[])[] {
  const commands: Word[][] = [[]];
  for (const token of readTokens(value)) {
    if (token.kind === 'word') commands.at(-1)?.push(token.word);
    else if (token.kind === 'operator' && token.text === ';') commands.push([]);
  }
  return commands.filter((each) => each.length > 0);
}

/** A unit of the system runs as root unless it says otherwise; a unit that a user starts runs as that user. */
function userOf(last: (key: string) => string | undefined, entries: readonly Entry[]): string | undefined {
  if (/^(?:yes|true|1|on)$/i.test(last('DynamicUser') ?? '')) return 'a user of its own';
  const user = last('User');
  if (user !== undefined && user !== '') return user === '0' ? 'root' : user;
  const wanted = entries.filter(({ section, key }) => section === 'Install' && /^(?:WantedBy|RequiredBy)$/.test(key));
  const isSystem = wanted.some(({ value }) =>
    /\b(?:multi-user|graphical|network|network-online|basic|sysinit|rescue)\.target\b/.test(value.text),
  );
  return isSystem ? 'root' : undefined;
}

/** Services start in the root directory. */
function directoryOf(written: string | undefined): Place {
  if (written === undefined || written === '') return { kind: 'path', path: '/' };
  const path = written.replace(/^-/, '');
  if (path === '~' || path.startsWith('%h')) return { kind: 'home' };
  if (path.startsWith('%T')) return placeNamed(`/tmp${path.slice(2)}`, unknownPlace);
  if (path.startsWith('%V')) return placeNamed(`/var/tmp${path.slice(2)}`, unknownPlace);
  return path.includes('%') ? unknownPlace : placeNamed(path, unknownPlace);
}

const closing =
  /^(?:NoNewPrivileges|ProtectSystem|ProtectHome|PrivateDevices|ProtectProc|ProcSubset|SystemCallFilter|RestrictNamespaces|MemoryDenyWriteExecute|LockPersonality|CapabilityBoundingSet|ProtectKernelTunables)$/;

function readHardening(draft: Draft, key: string, value: string, span: Span): void {
  if (
    /^(?:AmbientCapabilities|CapabilityBoundingSet)$/.test(key) &&
    /\bCAP_SYS_PTRACE\b/.test(value) &&
    !value.startsWith('~')
  ) {
    draft.hardening.push({ span, kind: 'opens', text: 'CAP_SYS_PTRACE', part: '' });
  } else if (closing.test(key) && !/^(?:no|false|0|off|)$/i.test(value)) {
    draft.hardening.push({ span, kind: 'closes', text: key, part: '' });
  }
}

function wordsOf(value: Excerpt): readonly Word[] {
  return commandsOf(value).flat();
}

function readEntries(source: Excerpt): readonly Entry[] {
  const entries: Entry[] = [];
  const lines = linesOf(source.text);
  let section = '';
  for (let index = 0; index < lines.length; index++) {
    const first = lines[index];
    if (first === undefined || /^\s*(?:[#;]|$)/.test(first.text)) continue;
    const heading = /^\[([^\]]*)\]/.exec(first.text)?.[1];
    if (heading !== undefined) {
      section = heading;
      continue;
    }
    let last = first;
    const pieces: Excerpt[] = [];
    const head = /^\s*([A-Za-z]\w*)\s*=\s*/.exec(first.text);
    if (head === null) continue;
    let from = first.start + head[0].length;
    for (;;) {
      const goesOn = last.text.endsWith('\\');
      if (!/^\s*[#;]/.test(last.text) || last === first) {
        pieces.push(source.slice(from, Math.max(from, goesOn ? last.end - 1 : last.end)));
      }
      const next = lines[index + 1];
      if (!goesOn || next === undefined) break;
      index++;
      last = next;
      from = next.start;
    }
    const span = { start: source.placeOf(first.start), end: source.placeOf(last.end) };
    entries.push({ section, key: head[1] as string, value: Excerpt.join(pieces), span });
  }
  return entries;
}
