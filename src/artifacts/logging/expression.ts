// What Python text in a logging configuration comes to when it is evaluated, as fileConfig() does it: `eval(text,
// vars(logging))`. The text is taken apart into tokens and no further: without a call, a name that is not known, and an
// operator that computes, an expression is a display of literals, however its parts are nested.

import { logLevels, stockHandlers } from './callables.ts';

export type Reach =
  /** nothing but literals and names that give literals */
  | 'literal'
  /** names, or computing, of which nothing bad is known */
  | 'unknown'
  /** something is called that does more than looking at a path or a clock */
  | 'runs';

export interface Expression {
  readonly reach: Reach;
  /** what is no literal: `os.system()`, `os.environ` */
  readonly what: string;
  /** its literals of text, in order, as they are written between the quotes */
  readonly strings: readonly string[];
}

/** Calls that people write here, to say where to log. */
const harmlessCalls =
  /^(?:os\.path\.\w+|os\.(?:getenv|getcwd|getpid|environ\.get|getlogin|uname)|time\.(?:time|strftime|localtime|gmtime)|(?:str|int|float|bool|len|tuple|list|dict|set|repr)|(?:handlers\.)?\w*Handler|getLogger|Formatter)$/;
const knownNames = /^(?:sys\.(?:__)?std(?:in|out|err)(?:__)?|None|True|False)$/;
const words = new Set([
  'and',
  'or',
  'not',
  'is',
  'in',
  'if',
  'else',
  'for',
  'lambda',
  'async',
  'await',
  'yield',
  'from',
]);

export function readExpression(text: string): Expression {
  const strings: string[] = [];
  let reach: Reach = 'literal';
  let what = '';
  const found = (level: 'unknown' | 'runs', name: string): void => {
    if (reach === 'runs' || (reach === 'unknown' && level === 'unknown')) return;
    reach = level;
    what = name;
  };
  /** what stands before: nothing that could be called, a name, or another value */
  let before: { readonly kind: 'nothing' | 'name' | 'value'; readonly name: string } = nothing;
  const leave = (): void => {
    if (before.kind === 'name' && !isKnown(before.name)) found('unknown', before.name);
  };
  for (let at = 0; at < text.length; ) {
    const character = text[at] as string;
    if (character === '#') {
      const end = text.indexOf('\n', at);
      at = end < 0 ? text.length : end;
      continue;
    }
    if (character === '\\' && (text[at + 1] === '\n' || text[at + 1] === '\r')) {
      at += 2;
      continue;
    }
    if (/\s/.test(character)) {
      at++;
      continue;
    }
    const word = match(name, text, at);
    const afterWord = text[at + (word?.length ?? 0)];
    const isPrefix = word !== undefined && /^(?:[rbuft]|[bft]r|r[bft])$/i.test(word);
    if (character === '"' || character === "'" || (isPrefix && (afterWord === '"' || afterWord === "'"))) {
      const start = at + (isPrefix ? (word?.length ?? 0) : 0);
      const string = readString(text, start);
      if (string === undefined) {
        found('unknown', text.slice(at, at + 40));
        break;
      }
      const isFormatted = isPrefix && /[ft]/i.test(word ?? '') && string.text.replaceAll('{{', '').includes('{');
      if (isFormatted) {
        const field = text.slice(at, string.end);
        // A later Python may end the text elsewhere: f"{f("x")}".
        found(text.slice(at).includes('(') ? 'runs' : 'unknown', field);
      }
      strings.push(string.text);
      leave();
      before = aValue;
      at = string.end;
      continue;
    }
    if (word !== undefined) {
      at += word.length;
      const plain = word.normalize('NFKC');
      if (words.has(plain)) {
        leave();
        found('unknown', plain);
        before = nothing;
      } else if (before === attribute) before = { kind: 'value', name: plain };
      else if (before.kind === 'name' && before.name.endsWith('.')) {
        before = { kind: 'name', name: before.name + plain };
      } else {
        leave();
        before = { kind: 'name', name: plain };
      }
      continue;
    }
    const number = match(digits, text, at);
    if (number !== undefined) {
      leave();
      before = aNumber;
      at += number.length;
      continue;
    }
    at++;
    if (character === '.') {
      // os . system
      if (before.kind === 'name') before = { kind: 'name', name: `${before.name}.` };
      else {
        found('unknown', 'an attribute of a value');
        before = attribute;
      }
    } else if (character === '(') {
      if (before.kind === 'name') {
        found(harmlessCalls.test(before.name) ? 'unknown' : 'runs', `${before.name}()`);
      } else if (before.kind === 'value') {
        found('runs', before.name === '' ? 'what an expression gives' : `${before.name}()`);
      }
      before = nothing;
    } else if (character === '[' && before.kind !== 'nothing') {
      leave();
      found('unknown', before.name === '' ? 'a part of a value' : `${before.name}[]`);
      before = nothing;
    } else if (')]}'.includes(character)) {
      leave();
      before = aValue;
    } else {
      leave();
      // {"a": 1, "b": -2}, "a" + "b", 10 * 1024; never "a" * 10 ** 10
      const isProduct = character === '*' && before === aNumber && /^\s{0,8}\d/.test(text.slice(at, at + 9));
      if (!'([{,:+-|'.includes(character) && !isProduct) found('unknown', character);
      before = nothing;
    }
  }
  leave();
  return { reach, what, strings };
}

const nothing = { kind: 'nothing', name: '' } as const;
const aValue = { kind: 'value', name: '' } as const;
const aNumber = { kind: 'value', name: '' } as const;
/** behind the dot of `"".join` */
const attribute = { kind: 'nothing', name: '.' } as const;

const name = /[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*/y;
const digits = /\.?\d[\w.]*/y;

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** A literal from its first quote. Escapes are left as they are. */
function readString(text: string, start: number): { readonly text: string; readonly end: number } | undefined {
  const quote = text[start] as string;
  const marks = text.startsWith(quote.repeat(3), start) ? quote.repeat(3) : quote;
  const from = start + marks.length;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (marks.length === 1 && text[at] === '\n') return undefined;
    else if (text.startsWith(marks, at)) return { text: text.slice(from, at), end: at + marks.length };
  }
  return undefined;
}

/** `sys.stdout`, `handlers.SysLogHandler.LOG_USER`, `DEBUG` */
function isKnown(dotted: string): boolean {
  if (knownNames.test(dotted) || logLevels.has(dotted)) return true;
  if (stockHandlers.has(`logging.${dotted}`)) return true;
  const [, owner = ''] = /^(handlers(?:\.\w+)?)\.[A-Z][A-Z0-9_]*$/.exec(dotted) ?? [];
  return owner === 'handlers' || stockHandlers.has(`logging.${owner}`);
}
