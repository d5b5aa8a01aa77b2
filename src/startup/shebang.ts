// The first line of a script, by which the kernel chooses its interpreter: everything behind the interpreter's path is
// one argument, unless `env -S` takes it apart.

import { Excerpt } from './excerpt.ts';
import { parentPlace } from './place.ts';
import { isPythonName, type PythonCommand, readOptions } from './python-command.ts';
import { readTokens } from './shell-words.ts';
import { literalWord, type Word } from './word.ts';

/** Bytes of the file as Latin-1. undefined: no Python is started by it. */
export function readShebang(text: string): PythonCommand | undefined {
  const line = /^#!([^\n\r]*)/.exec(text.slice(0, 512));
  if (line === null) return undefined;
  const source = Excerpt.of((line[1] as string).trimEnd(), 2);
  const words = readTokens(source).flatMap((token): Word[] => (token.kind === 'word' ? [token.word] : []));
  const at = words.findIndex((word) => word.text !== undefined && isPythonName(word.text));
  const interpreter = words[at];
  if (interpreter === undefined || at > 3) return undefined;
  const span = { start: 0, end: source.endPlace() };
  const script = literalWord(Excerpt.instead('script', { start: 0, end: 0 }));
  const { options } = readOptions([...words.slice(at + 1), script], undefined);
  return {
    span,
    statement: span,
    starter: 'shell',
    user: undefined,
    isSudo: false,
    directory: parentPlace({ kind: 'own' }),
    environment: new Map(),
    interpreter,
    options,
    program: { kind: 'none' },
    arguments: [],
    output: undefined,
    open: [],
    part: '',
  };
}
