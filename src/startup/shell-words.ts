// Shell text to words and operators, with quoting, expansions, redirections and here-documents as POSIX shells and bash
// read them. Nothing is expanded, and nothing recurses: the text of a substitution is handed back to be read later.

import { decoded, Excerpt } from './excerpt.ts';
import type { Expansion, Word } from './word.ts';

export type ShellToken =
  | { readonly kind: 'word'; readonly word: Word; readonly substitutions: readonly Excerpt[] }
  /** `;` `&` `|` `&&` `||` `;;` `(` `)` and the end of a line */
  | { readonly kind: 'operator'; readonly text: string }
  | { readonly kind: 'redirection'; readonly text: string; readonly target: Word; readonly body: Excerpt | undefined };

interface Pending {
  readonly delimiter: string;
  readonly stripsTabs: boolean;
  readonly token: { body: Excerpt | undefined };
}

export function readTokens(source: Excerpt): readonly ShellToken[] {
  const { text } = source;
  const tokens: ShellToken[] = [];
  const pending: Pending[] = [];
  let at = 0;
  while (at < text.length) {
    const character = text[at] as string;
    if (character === ' ' || character === '\t' || character === '\r') at++;
    else if (character === '\\' && /^\\\r?\n/.test(text.slice(at, at + 3))) at += text[at + 1] === '\r' ? 3 : 2;
    else if (character === '#') at = endOfLine(text, at);
    else if (character === '\n') {
      tokens.push({ kind: 'operator', text: '\n' });
      at++;
      while (pending.length > 0) at = readHereDocument(source, at, pending.shift() as Pending);
    } else {
      const redirection = redirectionAt(text, at);
      if (redirection !== undefined) {
        at = skipBlanks(text, at + redirection.length);
        const read = readWord(source, at);
        at = read.end;
        const operator = redirection.replace(/^(\d+|\{\w+\}|&(?=>))/, '');
        const token = { kind: 'redirection' as const, text: operator, target: read.word, body: undefined };
        tokens.push(token);
        if (operator === '<<' || operator === '<<-') {
          pending.push({ delimiter: read.word.excerpt.text, stripsTabs: operator === '<<-', token });
        }
        continue;
      }
      const operator = operatorAt(text, at);
      if (operator !== undefined) {
        tokens.push({ kind: 'operator', text: operator });
        at += operator.length;
        continue;
      }
      const read = readWord(source, at);
      tokens.push({ kind: 'word', word: read.word, substitutions: read.substitutions });
      // A stray character that nothing takes would hold up the reader.
      at = Math.max(read.end, at + 1);
    }
  }
  return tokens;
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === '\t') at++;
  return at;
}

const redirections = /(?:\d{1,4}|\{\w{1,40}\}|&(?=>))?(?:<<-|<<<|<<|<&|<>|>>|>&|>\||<(?!\()|>(?!\())/y;

function redirectionAt(text: string, at: number): string | undefined {
  const first = text.charCodeAt(at);
  // < > & { and digits
  if (first !== 60 && first !== 62 && first !== 38 && first !== 123 && (first < 48 || first > 57)) return undefined;
  redirections.lastIndex = at;
  return redirections.exec(text)?.[0];
}

function operatorAt(text: string, at: number): string | undefined {
  const two = text.slice(at, at + 2);
  if (two === '&&' || two === '||' || two === ';;' || two === '|&') return two;
  const one = text[at] as string;
  return one === ';' || one === '&' || one === '|' || one === '(' || one === ')' ? one : undefined;
}

function readHereDocument(source: Excerpt, from: number, { delimiter, stripsTabs, token }: Pending): number {
  const { text } = source;
  let at = from;
  while (at < text.length) {
    const end = endOfLine(text, at);
    const line = text.slice(at, end).replace(/\r$/, '');
    if ((stripsTabs ? line.replace(/^\t+/, '') : line) === delimiter) {
      token.body = source.slice(from, at);
      return end;
    }
    at = end + 1;
  }
  token.body = source.slice(from, text.length);
  return text.length;
}

const endsWord = /[\s;&|()<>]/;

function readWord(source: Excerpt, start: number): { word: Word; end: number; substitutions: readonly Excerpt[] } {
  const { text } = source;
  const pieces: Excerpt[] = [];
  const parts: (string | Expansion)[] = [];
  const substitutions: Excerpt[] = [];
  let at = start;
  let isQuoted = false;
  let quote = '';
  const add = (from: number, to: number) => {
    if (to <= from) return;
    pieces.push(source.slice(from, to));
    const last = parts.at(-1);
    const piece = decoded(text.slice(from, to));
    if (typeof last === 'string') parts[parts.length - 1] = last + piece;
    else parts.push(piece);
  };
  let plain = at;
  while (at < text.length) {
    const character = text[at] as string;
    if (quote === '' && endsWord.test(character)) {
      // <(command) and >(command) are words
      if ((character === '<' || character === '>') && text[at + 1] === '(' && at === start) {
        const end = endOfSubstitution(text, at + 2, ')');
        substitutions.push(source.slice(at + 2, end - 1));
        at = end;
        continue;
      }
      // name=(a b): the items of an array
      if (character === '(' && text[at - 1] === '=') {
        at = endOfSubstitution(text, at + 1, ')');
        continue;
      }
      break;
    }
    if (character === '\\' && quote !== "'") {
      add(plain, at);
      if (at + 1 === text.length) {
        add(at, at + 1);
        at++;
      } else if (text[at + 1] === '\n') at += 2;
      else if (quote === '' || '$`"\\'.includes(text[at + 1] ?? ' ')) {
        add(at + 1, at + 2);
        isQuoted = true;
        at += 2;
      } else {
        add(at, at + 2);
        at += 2;
      }
      plain = at;
    } else if ((character === "'" && quote !== '"') || (character === '"' && quote !== "'")) {
      add(plain, at);
      quote = quote === '' ? character : '';
      isQuoted = true;
      at++;
      plain = at;
    } else if (quote !== "'" && (character === '$' || character === '`')) {
      const found = expansionAt(text, at);
      if (found === undefined) {
        at++;
        continue;
      }
      add(plain, at);
      pieces.push(source.slice(at, found.end));
      parts.push(found.expansion);
      if (found.inner !== undefined) substitutions.push(source.slice(...found.inner));
      at = found.end;
      plain = at;
    } else at++;
  }
  add(plain, at);
  const excerpt = pieces.length === 0 ? source.slice(start, start) : Excerpt.join(pieces);
  const literal = parts.every((part) => typeof part === 'string') ? parts.join('') : undefined;
  const word: Word = { span: source.spanOf(start, at), excerpt, parts, text: literal, isQuoted };
  return { word, end: at, substitutions };
}

interface FoundExpansion {
  readonly expansion: Expansion;
  readonly end: number;
  /** of a command: where its text stands */
  readonly inner?: readonly [from: number, to: number];
}

const variableName = /[A-Za-z_]\w*|[0-9@*#?$!-]/y;
const bracedName = /^[!#]?([A-Za-z_]\w*|[0-9@*#?$!-]+)(?:\[[^\]]*\])?(:?[-=?+]|[#%/^,@:].{0,1})?/;

function expansionAt(text: string, at: number): FoundExpansion | undefined {
  const make = (kind: Expansion['kind'], inner: string, end: number): FoundExpansion => ({
    expansion: { kind, text: decoded(inner), operator: '', operand: '' },
    end,
  });
  if (text[at] === '`') {
    let end = at + 1;
    while (end < text.length && text[end] !== '`') end += text[end] === '\\' ? 2 : 1;
    return {
      ...make('command', text.slice(at + 1, end), Math.min(end + 1, text.length)),
      inner: [at + 1, Math.min(end, text.length)],
    };
  }
  if (text.startsWith('${{', at)) {
    const end = text.indexOf('}}', at);
    return end < 0 ? undefined : make('expression', text.slice(at + 3, end).trim(), end + 2);
  }
  if (text.startsWith('$((', at)) {
    const end = text.indexOf('))', at);
    if (end >= 0) return make('expression', text.slice(at + 3, end), end + 2);
  }
  if (text[at + 1] === '(') {
    const end = endOfSubstitution(text, at + 2, ')');
    return { ...make('command', text.slice(at + 2, end - 1), end), inner: [at + 2, end - 1] };
  }
  if (text[at + 1] === '{') {
    const end = endOfSubstitution(text, at + 2, '}');
    const inner = text.slice(at + 2, end - 1);
    const [whole = '', name = '', operator = ''] = bracedName.exec(inner) ?? [];
    const operand = decoded(inner.slice(whole.length));
    return { expansion: { kind: 'variable', text: name, operator, operand }, end };
  }
  variableName.lastIndex = at + 1;
  const name = variableName.exec(text)?.[0];
  return name === undefined ? undefined : make('variable', name, at + 1 + name.length);
}

/** Behind the closing bracket of `$(…` or `${…`, brackets and quotes in it taken along; the text's end when there is none. */
function endOfSubstitution(text: string, from: number, closer: string): number {
  const open = [closer];
  let at = from;
  for (; at < text.length; at++) {
    const character = text[at] as string;
    const top = open.at(-1) as string;
    if (character === '\\' && top !== "'") at++;
    else if (character === top) {
      open.pop();
      if (open.length === 0) return at + 1;
    } else if (top === "'") continue;
    else if (character === '"') open.push('"');
    else if (character === "'" && top !== '"') open.push("'");
    else if (character === '$' && (text[at + 1] === '(' || text[at + 1] === '{')) {
      open.push(text[at + 1] === '(' ? ')' : '}');
      at++;
    } else if (character === '(' && top === ')') open.push(')');
    if (open.length > deepest) break;
  }
  return text.length;
}

/** Brackets inside brackets; a text with more is no script. */
const deepest = 200;
