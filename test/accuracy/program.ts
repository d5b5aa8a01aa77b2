// Programs of the accuracy suite: what their headers say, read from files or made by the grammar.

import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export type Truth = 'hostile' | 'safe';
export type Known = 'missed' | 'false-alarm' | 'undecided';

export interface Program {
  /** `ability/case`, unique */
  readonly name: string;
  readonly ability: string;
  /** by path inside the program's own project */
  readonly files: ReadonlyMap<string, string>;
  readonly main: string;
  readonly truth: Truth;
  /** name of the program that differs in its truth only */
  readonly twin: string;
  /** an expression that runs it, evaluated after `main` was imported */
  readonly entry: string;
  readonly known: { readonly kind: Known; readonly why: string } | undefined;
  /** a Python expression: a list of payloads that are tried besides the usual ones */
  readonly payloads: string | undefined;
  /** the only rule that counts; by default all that speak of flows */
  readonly rule: string | undefined;
  readonly threatModel: 'web' | 'cli' | 'library' | 'notebook';
  /** no run gets to the sink, and that is what makes it safe */
  readonly isNeverReached: boolean;
  readonly notRun: string | undefined;
  /** the one line that is judged */
  readonly sink: { readonly path: string; readonly line: number };
}

export class Malformed extends Error {}

const folder = fileURLToPath(new URL('programs/', import.meta.url));
const keys = new Set(['truth', 'twin', 'entry', 'known', 'payloads', 'rule', 'threat-model', 'reached', 'not-run']);

/** The programs that were written by hand, in order of their names. */
export function readPrograms(): Program[] {
  const list = (each: string) => readdirSync(each).sort();
  return list(folder).flatMap((ability) =>
    list(path.join(folder, ability))
      .filter((entry) => entry !== '__pycache__')
      .map((entry) => {
        const place = path.join(folder, ability, entry);
        const files = new Map<string, string>();
        if (statSync(place).isDirectory()) readBelow(place, '', files);
        else files.set('main.py', readFileSync(place, 'utf8'));
        return toProgram(`${ability}/${entry.replace(/\.py$/, '')}`, files);
      }),
  );
}

function readBelow(place: string, prefix: string, files: Map<string, string>): void {
  for (const entry of readdirSync(place, { withFileTypes: true })) {
    if (entry.name === '__pycache__') continue;
    const inner = path.join(place, entry.name);
    if (entry.isDirectory()) readBelow(inner, `${prefix}${entry.name}/`, files);
    else files.set(`${prefix}${entry.name}`, readFileSync(inner, 'utf8'));
  }
}

/** @throws Malformed when the header or the sink is not as the README says */
export function toProgram(name: string, files: ReadonlyMap<string, string>): Program {
  const text = files.get('main.py');
  if (text === undefined) throw new Malformed(`${name}: no main.py`);
  const header = new Map<string, string>();
  for (const line of text.split('\n')) {
    const match = /^# ([a-z-]+): ?(.*)$/.exec(line);
    if (match === null) break;
    const [, key = '', value = ''] = match;
    if (!keys.has(key)) throw new Malformed(`${name}: "${key}" is no word of the header`);
    header.set(key, value.trim());
  }
  const ability = name.slice(0, name.lastIndexOf('/'));
  const truth = header.get('truth');
  if (truth !== 'hostile' && truth !== 'safe') throw new Malformed(`${name}: its truth is neither hostile nor safe`);
  const twin = header.get('twin');
  if (twin === undefined) throw new Malformed(`${name}: it has no twin`);
  const threatModel = (header.get('threat-model') ?? 'web') as Program['threatModel'];
  const reached = header.get('reached');
  if (reached !== undefined && reached !== 'never') throw new Malformed(`${name}: "reached" can be "never" only`);
  return {
    name,
    ability,
    files,
    main: 'main.py',
    truth,
    twin: `${ability}/${twin.replace(/(\.py|\/)$/, '')}`,
    entry: header.get('entry') ?? 'view()',
    known: readKnown(name, truth, header.get('known')),
    payloads: header.get('payloads'),
    rule: header.get('rule'),
    threatModel,
    isNeverReached: reached === 'never',
    notRun: header.get('not-run'),
    sink: findSink(name, files),
  };
}

function readKnown(name: string, truth: Truth, text: string | undefined): Program['known'] {
  if (text === undefined) return undefined;
  const [, kind = '', why = ''] = /^([a-z-]+) -- (.+)$/.exec(text) ?? [];
  const allowed: readonly string[] = truth === 'hostile' ? ['missed'] : ['false-alarm', 'undecided'];
  if (!allowed.includes(kind) || why === '') {
    throw new Malformed(`${name}: known is "${text}"; a ${truth} one can be "${allowed.join(' -- why" or "')} -- why"`);
  }
  return { kind: kind as Known, why };
}

function findSink(name: string, files: ReadonlyMap<string, string>): Program['sink'] {
  const sinks = [...files].flatMap(([file, text]) =>
    text.split('\n').flatMap((line, at) => (/# sink$/.test(line) ? [{ path: file, line: at + 1 }] : [])),
  );
  if (sinks.length !== 1) throw new Malformed(`${name}: ${sinks.length} lines end in "# sink", not one`);
  return sinks[0] as Program['sink'];
}
