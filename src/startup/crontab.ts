// Tables of cron: the system's, whose sixth field is a user, and those of users.

import type { Excerpt } from './excerpt.ts';
import type { Circumstances } from './python-command.ts';
import { addSetting, readScript } from './script.ts';
import type { Environment } from './shell.ts';
import { type Line, linesOf } from './shell-file.ts';
import type { Draft } from './start-file.ts';
import { isPythonVariable } from './variables.ts';
import { literalWord } from './word.ts';

const times = /^\s*(?:@[a-z]+|(?:[-\d*/,A-Za-z~]+\s+){4}[-\d*/,A-Za-z~]+)\s+/;
const userField = /^([a-z_][\w-]{0,31})\s+(?=\S)/;

/** `hasUser`: undefined when the path does not say; then a sixth field of `root` tells. */
export function readCrontab(draft: Draft, source: Excerpt, hasUser: boolean | undefined): void {
  let environment: Environment = new Map();
  const lines = linesOf(source.text);
  for (const line of lines) {
    if (/^\s*(?:#|$)/.test(line.text)) continue;
    const assigned = /^\s*["']?([A-Za-z_]\w*)["']?\s*=\s*/.exec(line.text);
    if (assigned !== null) {
      const [whole, name = ''] = assigned;
      if (!isPythonVariable(name)) continue;
      const written = line.text.slice(whole.length).trimEnd();
      const quotes = /^(["']).*\1$/.test(written) ? 1 : 0;
      const from = line.start + whole.length + quotes;
      const value = literalWord(source.slice(from, from + written.length - 2 * quotes));
      const setting = { name, value, span: source.spanOf(line.start, line.end) };
      addSetting(draft, setting, { directory: { kind: 'home' }, environment }, circumstancesOf('', source, line));
      environment = new Map(environment).set(name, setting);
      continue;
    }
    const time = times.exec(line.text)?.[0];
    if (time === undefined) continue;
    const rest = line.text.slice(time.length);
    const field = userField.exec(rest);
    const isUser = field !== null && (hasUser ?? field[1] === 'root');
    const user = isUser ? (field[1] as string) : '';
    const command = source.slice(line.start + time.length + (isUser ? field[0].length : 0), line.end);
    readScript(draft, command, { directory: { kind: 'home' }, environment }, circumstancesOf(user, source, line));
  }
}

function circumstancesOf(user: string, source: Excerpt, { start, end }: Line): Circumstances {
  return { starter: 'schedule', user: user === '' ? undefined : user, statement: source.spanOf(start, end) };
}
