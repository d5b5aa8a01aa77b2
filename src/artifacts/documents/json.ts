// JSON as Python's json.loads() takes it (RFC 8259, with NaN and Infinity), with places. Written without recursion: Python
// itself stops at some depth, which is no reason to stop here.

import type { DocumentEntry, DocumentNode, DocumentTree } from './tree.ts';

/** Of one document; more is no configuration. */
const mostNodes = 1_000_000;

type Open =
  | { readonly kind: 'list'; readonly start: number; readonly items: DocumentNode[] }
  | { readonly kind: 'map'; readonly start: number; readonly entries: DocumentEntry[]; key: DocumentNode | undefined };

const blank = /[ \t\n\r]*/y;
const bare = /-?(?:\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|Infinity)|true|false|null|NaN/y;
const plainText = /[^"\\]*/y;

export function readJson(source: string): DocumentTree {
  const open: Open[] = [];
  let at = source.startsWith('\ufeff') ? 1 : 0;
  let left = mostNodes;
  const skip = (): void => {
    blank.lastIndex = at;
    blank.exec(source);
    at = blank.lastIndex;
  };
  const wrong = (problem: string): DocumentTree => ({ documents: [], problem });
  for (;;) {
    skip();
    if (left-- <= 0) return wrong('the file holds more than can be read');
    const start = at;
    const character = source[at];
    let node: DocumentNode | undefined;
    const innermost = open.at(-1);
    if (character === '{' || character === '[') {
      at++;
      if (innermost?.kind === 'map' && innermost.key === undefined) return wrong('the file is not JSON throughout');
      open.push(
        character === '[' ? { kind: 'list', start, items: [] } : { kind: 'map', start, entries: [], key: undefined },
      );
      skip();
      if (source[at] !== '}' && source[at] !== ']') continue;
    } else if (character === '"') {
      const text = readString();
      if (text === undefined) return wrong('the file is not JSON throughout');
      node = { kind: 'scalar', span: { start, end: at }, text, isQuoted: true };
    } else {
      bare.lastIndex = at;
      const text = bare.exec(source)?.[0];
      if (text === undefined) return wrong('the file is not JSON throughout');
      at = bare.lastIndex;
      node = { kind: 'scalar', span: { start, end: at }, text, isQuoted: false };
    }
    // A value has ended: what it stands in goes on, or ends too.
    for (;;) {
      skip();
      const into = open.at(-1);
      if (node !== undefined) {
        if (into === undefined) {
          return { documents: [node], problem: at < source.length ? 'something stands behind the JSON' : undefined };
        }
        if (into.kind === 'list') into.items.push(node);
        else if (into.key === undefined) {
          if (node.kind !== 'scalar' || !node.isQuoted || source[at] !== ':') {
            return wrong('the file is not JSON throughout');
          }
          into.key = node;
          at++;
          break;
        } else {
          into.entries.push({ key: into.key.kind === 'scalar' ? into.key.text : '', keyNode: into.key, value: node });
          into.key = undefined;
        }
        node = undefined;
      }
      if (into === undefined) return wrong('the file is not JSON throughout');
      const next = source[at];
      if (next === ',') {
        at++;
        break;
      }
      if (next !== (into.kind === 'list' ? ']' : '}')) return wrong('the file is not JSON throughout');
      at++;
      open.pop();
      const span = { start: into.start, end: at };
      node =
        into.kind === 'list' ? { kind: 'list', span, items: into.items } : { kind: 'map', span, entries: into.entries };
    }
  }

  function readString(): string | undefined {
    at++;
    let text = '';
    for (;;) {
      plainText.lastIndex = at;
      text += plainText.exec(source)?.[0] ?? '';
      at = plainText.lastIndex;
      const end = source[at];
      if (end === undefined) return undefined;
      if (end === '"') {
        at++;
        return text;
      }
      const letter = source[at + 1] ?? '';
      const hex = letter === 'u' ? /^[0-9a-fA-F]{4}/.exec(source.slice(at + 2, at + 6))?.[0] : undefined;
      if (hex !== undefined) text += String.fromCharCode(Number.parseInt(hex, 16));
      else {
        const escaped = escapes.get(letter);
        if (escaped === undefined) return undefined;
        text += escaped;
      }
      at += hex === undefined ? 2 : 6;
    }
  }
}

const escapes = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);
