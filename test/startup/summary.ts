// What is read from a file that starts Python, on one line for each thing, so that tests show it beside the text.

import { invariant } from '../../src/core/index.ts';
import {
  describe,
  fileKindOf,
  type Place,
  type PythonCommand,
  readStartFile,
  type StartFile,
  shown,
} from '../../src/startup/index.ts';

export function read(path: string, text: string): StartFile {
  const kind = fileKindOf(path);
  invariant(kind !== undefined, `${path} is a kind of file that starts Python`);
  return readStartFile(kind, Buffer.from(text).toString('latin1'));
}

/** `service root /tmp: python3 -m app`: what starts it, as whom, where, and what stands in the file. */
export function commandsOf(path: string, text: string): readonly string[] {
  const bytes = Buffer.from(text);
  return read(path, text).commands.map((command) => {
    const source = bytes.subarray(command.span.start, command.span.end).toString().replace(/\s+/g, ' ');
    const variables = [...command.environment.values()].map(({ name, value }) => `${name}=${shown(value)} `).join('');
    return `${command.starter} ${command.user ?? '-'} ${where(command.directory)}: ${variables}${source} → ${programOf(command)}`;
  });
}

const where = (place: Place) =>
  place.kind === 'path' ? place.path : place.kind === 'start' ? `./${place.below}` : place.kind;

function programOf({ program, options }: PythonCommand): string {
  const flags = [options.isolated ? 'I' : '', options.safePath ? 'P' : ''].join('');
  const what = 'word' in program ? `${program.kind} ${shown(program.word)}` : program.kind;
  return flags === '' ? what : `${what} (${flags})`;
}

export function settingsOf(path: string, text: string): readonly string[] {
  return read(path, text).settings.map(({ name, value, starter, how }) =>
    how === 'keep' ? `${starter} keeps ${name}` : `${starter} ${name}=${shown(value)}`,
  );
}

export function openOf(path: string, text: string): readonly string[] {
  return read(path, text).open.map(({ place, to }) => `${describe(place)} to ${to}`);
}
