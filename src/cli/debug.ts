// `heed debug`: what the layers below see of a file.
import { UsageError } from '../core/index.ts';
import type { DebugSubject } from './arguments.ts';
import type { Terminal } from './terminal.ts';

export function debug(what: DebugSubject, path: string, terminal: Terminal): string {
  if (terminal.machine.kindOf(path) !== 'file') throw new UsageError(`no such file: ${path}`);
  return what;
}
