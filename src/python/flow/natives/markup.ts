// Text that has a form of its own: addresses, queries, markup, JSON and templates. Put together and taken apart again.

import {
  computed,
  constant,
  type Fact,
  findText,
  type InstanceFact,
  type MappingFact,
  only,
  type Part,
  type Parts,
  partsOf,
  type SequenceFact,
  singleConstant,
  splitParts,
  stringOf,
  strOf,
  textFrom,
  type Value,
} from '../../semantics/index.ts';
import { entryFor } from '../items.ts';
import { baseName } from '../path-parts.ts';
import { allocate } from '../values.ts';
import { beforeEncoding } from './encodings.ts';
import { frozen } from './frozen.ts';
import type { Native, NativeCall, NativeTable } from './native.ts';
import { cannotHold, single, textTypeOf } from './text-type.ts';

const isBare = (parts: Parts) => parts.length === 1 && typeof parts[0] !== 'string';
const place = (call: NativeCall) => call.frame.place(call.node);
const argument = (call: NativeCall, index: number, name: string): Value | undefined =>
  call.given.positional[index] ?? call.given.named.get(name);

// Addresses

const unreserved = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~';

function quoted(text: string, safe: string, plus: boolean): string {
  let result = '';
  for (const byte of new TextEncoder().encode(text)) {
    const character = String.fromCharCode(byte);
    if (unreserved.includes(character) || (byte < 128 && safe.includes(character))) result += character;
    else if (plus && character === ' ') result += '+';
    else result += `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return result;
}

function unquoted(text: string, plus: boolean): string | undefined {
  try {
    // A per cent sign that starts no pair stays as it is.
    return decodeURIComponent((plus ? text.replaceAll('+', ' ') : text).replace(/%(?![0-9A-Fa-f]{2})/g, '%25'));
  } catch {
    return undefined;
  }
}

function quoteNative(name: string, plus: boolean): Native {
  return (call) => {
    const value = argument(call, 0, 'string');
    if (value === undefined || textTypeOf(call.frame, value) !== 'str') return undefined;
    const given = argument(call, 1, 'safe');
    const safe = given === undefined ? (plus ? '' : '/') : stringOf(given);
    const parts = partsOf(value, 'str');
    if (safe === undefined || isBare(parts) || call.given.positional.length > 2) return undefined;
    const inputs = given === undefined ? [] : [given];
    const at = place(call);
    return textFrom(
      parts.map((part) =>
        typeof part === 'string' ? quoted(part, safe, plus) : computed(`${name}()`, [part, ...inputs], at),
      ),
      'str',
      at,
    );
  };
}

const quoters = ['urllib.parse.quote', 'urllib.parse.quote_plus'];

function unquoteParts(call: NativeCall, name: string, parts: Parts, plus: boolean): Value | undefined {
  const at = place(call);
  const result: Part[] = [];
  for (const [index, part] of parts.entries()) {
    if (typeof part !== 'string') {
      const before = beforeEncoding(part, plus ? quoters : quoters.slice(0, 1));
      result.push(before ?? computed(`${name}()`, [part], at));
      continue;
    }
    const text = unquoted(part, plus);
    // "%2" + x
    const isCut = index + 1 < parts.length && /%[0-9A-Fa-f]?$/.test(part);
    if (text === undefined || isCut) return undefined;
    result.push(text);
  }
  return textFrom(result, 'str', at);
}

function unquoteNative(name: string, plus: boolean): Native {
  return (call) => {
    const [value] = call.given.positional;
    if (value === undefined || call.given.positional.length > 1 || call.given.named.size > 0) return undefined;
    if (value.facts.length === 0) return undefined;
    const parts = partsOf(value, 'str');
    if (isBare(parts)) return beforeEncoding(value, plus ? quoters : quoters.slice(0, 1));
    return unquoteParts(call, name, parts, plus);
  };
}

/** `urlencode({"q": text})` as `q=` and the text, quoted */
const urlencode: Native = (call) => {
  const { positional, named } = call.given;
  const fact = positional[0] === undefined ? undefined : single(positional[0]);
  if (positional.length !== 1 || named.size > 0) return undefined;
  const at = place(call);
  const pairs = fact === undefined ? undefined : pairsOf(fact);
  if (pairs === undefined) return undefined;
  const parts: Part[] = [];
  for (const [index, pair] of pairs.entries()) {
    if (index > 0) parts.push('&');
    for (const [side, value] of pair.entries()) {
      if (side > 0) parts.push('=');
      const known = singleConstant(value)?.value;
      const text = known === undefined ? undefined : strOf(known);
      parts.push(
        text === undefined ? computed('urllib.parse.quote_plus()', [frozen(value)], at) : quoted(text, '', true),
      );
    }
  }
  return textFrom(parts, 'str', at);
};

function pairsOf(fact: Fact): readonly (readonly [Value, Value])[] | undefined {
  if (fact.kind === 'mapping') {
    return fact.complete ? fact.entries.map(({ key, value }) => [key, value] as const) : undefined;
  }
  if (fact.kind !== 'sequence' || !fact.complete) return undefined;
  const pairs: (readonly [Value, Value])[] = [];
  for (const item of fact.items) {
    const pair = single(item);
    if (pair?.kind !== 'sequence' || pair.items.length !== 2 || !pair.complete) return undefined;
    pairs.push([pair.items[0] as Value, pair.items[1] as Value]);
  }
  return pairs;
}

const mayContain = (hole: Value, text: string) => !cannotHold(hole, text);

/** The fields of a query whose separators are all constant. */
function fieldsOf(call: NativeCall): readonly (readonly [Value, Value])[] | undefined {
  const value = argument(call, 0, 'qs');
  if (value === undefined || value.facts.length !== 1 || call.given.positional.length > 1) return undefined;
  const at = place(call);
  const parts = partsOf(value, 'str');
  if (isBare(parts)) return undefined;
  const piece = (each: Parts) => textFrom(each, 'str', at);
  const fields = splitParts(parts, '&', findText('&'), undefined, piece, mayContain);
  if (fields.rest !== undefined) return undefined;
  const pairs: (readonly [Value, Value])[] = [];
  const keep = call.given.named.get('keep_blank_values');
  const keepsBlank = keep !== undefined && singleConstant(keep)?.value === true;
  for (const field of fields.items) {
    const sides = splitParts(field, '=', findText('='), 1, piece, mayContain);
    const [key, text] = sides.items;
    if (sides.rest !== undefined || key === undefined) return undefined;
    if (text === undefined || (text.length === 0 && !keepsBlank)) continue;
    const name = unquoteParts(call, 'urllib.parse.unquote_plus', key, true);
    const content = unquoteParts(call, 'urllib.parse.unquote_plus', text, true);
    if (name === undefined || content === undefined || singleConstant(name) === undefined) return undefined;
    pairs.push([name, content]);
  }
  return pairs;
}

const parseQuery: Native = (call) => {
  const fields = fieldsOf(call);
  if (fields === undefined) return undefined;
  const { frame, state, node } = call;
  const lists = new Map<string, Value[]>();
  for (const [key, value] of fields) {
    const name = stringOf(key) as string;
    lists.set(name, [...(lists.get(name) ?? []), value]);
  }
  const at = place(call);
  const entries = [...lists].map(([name, items]) => ({
    key: constant(name, at),
    value: allocate(frame, state, node, { kind: 'sequence', type: 'list', items, complete: true, at }),
  }));
  return allocate(frame, state, node, { kind: 'mapping', entries, complete: true, at });
};

const parseQueryList: Native = (call) => {
  const fields = fieldsOf(call);
  if (fields === undefined) return undefined;
  const at = place(call);
  const items = fields.map(([key, value]) =>
    only({ kind: 'sequence', type: 'tuple', items: [key, value], complete: true, at }),
  );
  return allocate(call.frame, call.state, call.node, { kind: 'sequence', type: 'list', items, complete: true, at });
};

/** `urlsplit("https://host/" + path)`: what the constant start says of scheme and host */
function splitAddress(name: string, className: string): Native {
  return (call) => {
    const value = argument(call, 0, 'url');
    const fact = value === undefined ? undefined : single(value);
    if (value === undefined || (fact?.kind !== 'text' && fact?.kind !== 'constant')) return undefined;
    const parts = partsOf(value, 'str');
    const [first] = parts;
    if (typeof first !== 'string') return undefined;
    const match = /^([A-Za-z][A-Za-z0-9+.-]*):\/\/([^/?#\s]*)(?=[/?#]|(.?)$)/.exec(first);
    if (match === null || (match[3] === '' && parts.length > 1)) return undefined;
    const [start = '', scheme = '', host = ''] = match;
    const at = place(call);
    const behind = [first.slice(start.length), ...parts.slice(1)].filter((part) => part !== '');
    const made: InstanceFact = { kind: 'instance', className, call: at, by: `${name}()`, from: [value], at };
    const attributes = new Map([
      ['scheme', constant(scheme.toLowerCase(), at)],
      ['netloc', constant(host, at)],
    ]);
    const hostname = /^(?:[^@]*@)?([^:@[\]]+)(?::\d*)?$/.exec(host)?.[1];
    if (hostname !== undefined) attributes.set('hostname', constant(hostname.toLowerCase(), at));
    const path = textFrom(behind, 'str', at);
    const piece = (each: Parts) => computed(`${className}.path`, [textFrom(each, 'str', at)], at);
    const pathParts = splitParts(behind, '?', findText('?'), 1, piece, mayContain).items[0];
    if (pathParts !== undefined && !parts.some((part) => typeof part === 'string' && part.includes('#')))
      attributes.set('path', behind.length === 0 ? path : textFrom(pathParts, 'str', at));
    return allocate(call.frame, call.state, call.node, made, attributes);
  };
}

// Markup

function escaped(text: string, quotes: boolean): string {
  const plain = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return quotes ? plain.replaceAll('"', '&quot;').replaceAll("'", '&#x27;') : plain;
}

const escapeMarkup: Native = (call) => {
  const value = argument(call, 0, 's');
  if (value === undefined || textTypeOf(call.frame, value) !== 'str') return undefined;
  const quote = argument(call, 1, 'quote');
  const quotes = quote === undefined ? true : singleConstant(quote)?.value;
  const parts = partsOf(value, 'str');
  if (isBare(parts) || typeof quotes !== 'boolean') return undefined;
  const at = place(call);
  const inputs = quote === undefined ? [] : [quote];
  return textFrom(
    parts.map((part) =>
      typeof part === 'string' ? escaped(part, quotes) : computed('html.escape()', [part, ...inputs], at),
    ),
    'str',
    at,
  );
};

const unescapeMarkup: Native = (call) => {
  const [value] = call.given.positional;
  if (value === undefined || value.facts.length !== 1) return undefined;
  const parts = partsOf(value, 'str');
  const at = place(call);
  if (parts.some((part) => typeof part === 'string' && part.includes('&'))) return undefined;
  const result = parts.map((part) =>
    typeof part === 'string'
      ? part
      : (beforeEncoding(part, ['html.escape']) ?? computed('html.unescape()', [part], at)),
  );
  return isBare(result) ? (result[0] as Value) : textFrom(result, 'str', at);
};

// JSON

const dumps: Native = (call) => {
  const [value] = call.given.positional;
  if (value === undefined) return undefined;
  return computed('json.dumps()', [frozen(value)], place(call));
};

/** Nesting of documents that is followed. */
const MAX_DEPTH = 12;

const loads: Native = (call) => {
  const [value] = call.given.positional;
  if (value === undefined || call.given.positional.length > 1 || call.given.named.size > 0) return undefined;
  const text = singleConstant(value)?.value;
  if (typeof text === 'string') return parsed(call, text);
  const before = beforeEncoding(value, ['json.dumps']);
  return before === undefined ? undefined : readBack(call, before, 0);
};

function parsed(call: NativeCall, text: string): Value | undefined {
  // Fractions and large numbers are not what JavaScript makes of them.
  if (/\d[.eE]|\d{16}/.test(text)) return undefined;
  try {
    return fromJson(call, JSON.parse(text), 0);
  } catch {
    return undefined;
  }
}

function fromJson(call: NativeCall, value: unknown, depth: number): Value {
  const at = place(call);
  if (depth > MAX_DEPTH) return computed('json.loads()', [], at);
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return constant(value, at);
  if (typeof value === 'number') return constant(BigInt(value), at);
  const { frame, state, node } = call;
  if (Array.isArray(value)) {
    const items = value.map((item) => fromJson(call, item, depth + 1));
    return allocate(frame, state, node, { kind: 'sequence', type: 'list', items, complete: true, at });
  }
  const entries = Object.entries(value as object).map(([key, item]) => ({
    key: constant(key, at),
    value: fromJson(call, item, depth + 1),
  }));
  return allocate(frame, state, node, { kind: 'mapping', entries, complete: true, at });
}

/** What was written as JSON, read again: new lists and dicts that hold the same. */
function readBack(call: NativeCall, value: Value, depth: number): Value {
  const { frame, state, node } = call;
  const at = place(call);
  const isHolding = value.facts.some((fact) => fact.kind === 'sequence' || fact.kind === 'mapping');
  if (!isHolding) return value;
  const fact = single(value);
  if (fact === undefined || depth > MAX_DEPTH) return computed('json.loads()', [value], at);
  const inner = (each: Value) => readBack(call, each, depth + 1);
  if (fact.kind === 'sequence') {
    const made: SequenceFact = {
      kind: 'sequence',
      type: 'list',
      items: fact.items.map(inner),
      complete: fact.complete,
      ...(fact.rest === undefined ? {} : { rest: inner(fact.rest) }),
      at,
    };
    return allocate(frame, state, node, made);
  }
  const mapping = fact as MappingFact;
  const entries = mapping.entries.map(({ key, value: each }) => {
    const known = singleConstant(key)?.value;
    // {1: "a"}   comes back as {"1": "a"}
    const name = typeof known === 'bigint' ? constant(known.toString(), at) : key;
    return { key: name, value: inner(each) };
  });
  return allocate(frame, state, node, {
    kind: 'mapping',
    entries,
    complete: mapping.complete,
    ...(mapping.rest === undefined ? {} : { rest: inner(mapping.rest) }),
    at,
  });
}

// Templates

const fieldPattern = /\$(?:(\$)|([_a-z][_a-z0-9]*)|\{([_a-z][_a-z0-9]*)\})?/gi;

function substitute(isSafe: boolean): Native {
  return (call) => {
    const template = call.receiver === undefined ? undefined : single(call.receiver);
    const source = template?.kind === 'instance' ? template.from?.[0] : undefined;
    const text = source === undefined ? undefined : stringOf(source);
    const { positional, named, rest, restNamed } = call.given;
    if (text === undefined || rest !== undefined || restNamed !== undefined) return undefined;
    const fact = positional[0] === undefined ? undefined : single(positional[0]);
    if (positional.length > 0 && fact?.kind !== 'mapping') return undefined;
    const at = place(call);
    const parts: Part[] = [];
    let end = 0;
    for (const match of text.matchAll(fieldPattern)) {
      parts.push(text.slice(end, match.index));
      end = match.index + match[0].length;
      const name = match[2] ?? match[3];
      if (match[1] !== undefined) parts.push('$');
      else if (name === undefined) {
        if (!isSafe) return undefined;
        parts.push(match[0]);
      } else {
        const entry = fact?.kind === 'mapping' ? entryFor(fact, constant(name, at)) : undefined;
        const value = named.get(name) ?? entry?.value;
        if (value === undefined && !isSafe) return undefined;
        const known = value === undefined ? undefined : singleConstant(value)?.value;
        const written = known === undefined ? undefined : strOf(known);
        parts.push(value === undefined ? match[0] : (written ?? frozen(value)));
      }
    }
    return textFrom([...parts, text.slice(end)], 'str', at);
  };
}

/** `textwrap.dedent` of a constant */
const dedent: Native = (call) => {
  const value = argument(call, 0, 'text');
  const text = value === undefined ? undefined : stringOf(value);
  if (text === undefined) return undefined;
  const lines = text.split('\n').map((line) => (/^[ \t]*$/.test(line) ? '' : line));
  let margin: string | undefined;
  for (const line of lines) {
    if (line === '') continue;
    const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
    if (margin === undefined) margin = indent;
    while (!indent.startsWith(margin)) margin = margin.slice(0, -1);
  }
  return constant(lines.map((line) => line.slice(line === '' ? 0 : (margin ?? '').length)).join('\n'), place(call));
};

export const markupNatives: NativeTable = {
  'urllib.parse.quote': quoteNative('urllib.parse.quote', false),
  'urllib.parse.quote_plus': quoteNative('urllib.parse.quote_plus', true),
  'urllib.parse.unquote': unquoteNative('urllib.parse.unquote', false),
  'urllib.parse.unquote_plus': unquoteNative('urllib.parse.unquote_plus', true),
  'urllib.parse.urlencode': urlencode,
  'urllib.parse.parse_qs': parseQuery,
  'urllib.parse.parse_qsl': parseQueryList,
  'urllib.parse.urlsplit': splitAddress('urllib.parse.urlsplit', 'urllib.parse.SplitResult'),
  'urllib.parse.urlparse': splitAddress('urllib.parse.urlparse', 'urllib.parse.ParseResult'),
  'html.escape': escapeMarkup,
  'html.unescape': unescapeMarkup,
  'json.dumps': dumps,
  'json.loads': loads,
  'string.Template.substitute': substitute(false),
  'string.Template.safe_substitute': substitute(true),
  'textwrap.dedent': dedent,
  'os.path.basename': (call) => {
    const [path] = call.given.positional;
    return path === undefined ? undefined : baseName(call.frame, call.node, path);
  },
};
