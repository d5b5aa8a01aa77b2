// What text methods do to text of which some stretches are constant and the others are values: the constant stretches
// decide where they can, and what they leave open is a piece of the text from there on.

import type { Part } from './text.ts';
import type { Value } from './value.ts';

/** Neither two strings in a row nor empty ones. */
export type Parts = readonly Part[];

/** A value that is some piece of the text that the parts make. */
export type Piece = (parts: Parts) => Value;
/** Whether a value may contain a text; without knowledge, it may. */
export type MayContain = (hole: Value, text: string) => boolean;

/** What a text is cut into. */
export interface Pieces {
  /** certain, from the start */
  readonly items: readonly Parts[];
  /** what any further one can be; undefined when there are no others */
  readonly rest: Value | undefined;
  /** certain, counted from the end; only when others may stand before them */
  readonly tail: readonly Parts[];
}

interface Hit {
  readonly at: number;
  readonly length: number;
}
/** The first place from an offset on where text is cut. */
export type Find = (text: string, from: number) => Hit | undefined;

export const findText =
  (separator: string): Find =>
  (text, from) => {
    const at = text.indexOf(separator, from);
    return at < 0 ? undefined : { at, length: separator.length };
  };

export const findLineEnd =
  (type: 'str' | 'bytes'): Find =>
  (text, from) => {
    const pattern = type === 'str' ? /\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/g : /\r\n|[\n\r]/g;
    pattern.lastIndex = from;
    const match = pattern.exec(text);
    return match === null ? undefined : { at: match.index, length: match[0].length };
  };

const plain = (parts: Part[]): Part[] => parts.filter((part) => part !== '');
const isCounted = (text: string) => !/[\ud800-\udfff]/.test(text);

/** Whether a constant stretch may be the start of a separator that the value behind it completes. */
function endsInStartOf(text: string, separator: string): boolean {
  for (let size = Math.min(separator.length - 1, text.length); size > 0; size--) {
    if (text.endsWith(separator.slice(0, size))) return true;
  }
  return false;
}

/** The same at the other end. */
function startsWithEndOf(text: string, separator: string): boolean {
  for (let size = Math.min(separator.length - 1, text.length); size > 0; size--) {
    if (text.startsWith(separator.slice(-size))) return true;
  }
  return false;
}

/** `text.split(separator, limit)`; for lines, `separator` is what no value is known to lack. */
export function splitParts(
  parts: Parts,
  separator: string,
  find: Find,
  limit: number | undefined,
  piece: Piece,
  mayContain: MayContain,
): Pieces {
  if (limit === 0) return { items: [parts], rest: undefined, tail: [] };
  const items: Parts[] = [];
  let current: Part[] = [];
  for (const [index, part] of parts.entries()) {
    if (typeof part !== 'string') {
      const remaining = parts.slice(index);
      if (!mayContain(part, separator) && separator.length === 1) {
        current.push(part);
        continue;
      }
      const before = current.at(-1);
      // "a:" + x   at "::"   where the separator starts is not known
      const crosses = typeof before === 'string' && endsInStartOf(before, separator);
      items.push(crosses ? [piece([...current, ...remaining])] : plain([...current, piece(remaining)]));
      const tail = limit === undefined ? tailOf(parts, separator, find) : [];
      return { items, rest: piece(remaining), tail };
    }
    let from = 0;
    while (limit === undefined || items.length < limit) {
      const hit = find(part, from);
      if (hit === undefined) break;
      items.push(plain([...current, part.slice(from, hit.at)]));
      current = [];
      from = hit.at + hit.length;
    }
    if (from < part.length) current.push(part.slice(from));
    if (items.length === limit) {
      items.push([...current, ...parts.slice(index + 1)]);
      return { items, rest: undefined, tail: [] };
    }
  }
  items.push(current);
  return { items, rest: undefined, tail: [] };
}

function tailOf(parts: Parts, separator: string, find: Find): readonly Parts[] {
  const last = parts.at(-1);
  if (typeof last !== 'string' || overlapsItself(separator)) return [];
  const found: Parts[] = [];
  let from: number | undefined;
  for (let hit = find(last, 0); hit !== undefined; hit = find(last, hit.at + hit.length)) {
    if (from !== undefined) found.push(plain([last.slice(from, hit.at)]));
    from = hit.at + hit.length;
  }
  return from === undefined ? [] : [...found, plain([last.slice(from)])];
}

const overlapsItself = (text: string) => endsInStartOf(text, text) && text.length > 1;

/** `text.rsplit(separator, limit)` */
export function rsplitParts(
  parts: Parts,
  separator: string,
  limit: number,
  piece: Piece,
  mayContain: MayContain,
): Pieces {
  const items: Parts[] = [];
  let current: Part[] = [];
  for (let index = parts.length - 1; index >= 0; index--) {
    if (items.length === limit) {
      items.unshift([...parts.slice(0, index + 1), ...current]);
      return { items, rest: undefined, tail: [] };
    }
    const part = parts[index] as Part;
    if (typeof part !== 'string') {
      if (!mayContain(part, separator) && separator.length === 1) {
        current.unshift(part);
        continue;
      }
      const remaining = parts.slice(0, index + 1);
      const behind = current[0];
      const crosses = typeof behind === 'string' && startsWithEndOf(behind, separator);
      const last = crosses ? [piece([...remaining, ...current])] : plain([piece(remaining), ...current]);
      return { items: [], rest: piece(parts), tail: [last, ...items] };
    }
    let end = part.length;
    while (items.length < limit) {
      const at = end < separator.length ? -1 : part.lastIndexOf(separator, end - separator.length);
      if (at < 0) break;
      items.unshift(plain([part.slice(at + separator.length, end), ...current]));
      current = [];
      end = at;
    }
    if (end > 0) current.unshift(part.slice(0, end));
  }
  items.unshift(current);
  return { items, rest: undefined, tail: [] };
}

const space = /[\s\x1c-\x1f\x85]+/;

/** `text.split()`, at white space */
export function splitWords(parts: Parts, limit: number | undefined, piece: Piece): Pieces {
  const items: Parts[] = [];
  let word: Part[] | undefined;
  for (const [index, part] of parts.entries()) {
    const remaining = parts.slice(index);
    if (typeof part !== 'string') {
      if (word !== undefined) items.push([...word, piece(remaining)]);
      return { items, rest: piece(remaining), tail: limit === undefined ? tailWords(parts) : [] };
    }
    for (const run of part.split(/([\s\x1c-\x1f\x85]+)/)) {
      if (run === '') continue;
      if (!space.test(run)) {
        // a   of a.split(None, 1)   goes on to the end
        if (limit !== undefined && items.length >= limit && word === undefined) {
          return { items, rest: piece(remaining), tail: [] };
        }
        word = [...(word ?? []), run];
      } else if (word !== undefined) {
        items.push(word);
        word = undefined;
      }
    }
  }
  if (word !== undefined) items.push(word);
  return { items, rest: undefined, tail: [] };
}

function tailWords(parts: Parts): readonly Parts[] {
  const last = parts.at(-1);
  const at = typeof last === 'string' ? last.search(space) : -1;
  if (typeof last !== 'string' || at < 0) return [];
  return last
    .slice(at)
    .split(space)
    .filter((word) => word !== '')
    .map((word) => [word]);
}

/** `text.partition(separator)`: what stands before, and behind; undefined when a value may decide that. */
export function partitionParts(
  parts: Parts,
  separator: string,
  fromRight: boolean,
  piece: Piece,
  mayContain: MayContain,
): { readonly before: Parts; readonly isFound: boolean | undefined; readonly after: Parts } {
  const pieces = fromRight
    ? rsplitParts(parts, separator, 1, piece, mayContain)
    : splitParts(parts, separator, findText(separator), 1, piece, mayContain);
  const [one, other] = pieces.items;
  if (pieces.rest === undefined) {
    if (one !== undefined && other !== undefined) return { before: one, isFound: true, after: other };
    return fromRight ? { before: [], isFound: false, after: parts } : { before: parts, isFound: false, after: [] };
  }
  return fromRight
    ? { before: [pieces.rest], isFound: undefined, after: pieces.tail.at(-1) ?? [pieces.rest] }
    : { before: one ?? [pieces.rest], isFound: undefined, after: [pieces.rest] };
}

/** `text[lower:upper]`, bounds counted in characters; undefined when it is not followed. */
export function sliceParts(parts: Parts, lower: number | null, upper: number | null, piece: Piece): Parts | undefined {
  if (parts.some((part) => typeof part === 'string' && !isCounted(part))) return undefined;
  if (lower !== null && lower < 0 && upper !== null && upper >= 0) return undefined;
  // From the left, then from the right: where both count from one side, the one that keeps more goes first.
  if (lower !== null && lower < 0) return dropRight(keepRight(parts, -lower, piece), upper, piece);
  if (upper !== null && upper >= 0) return dropLeft(keepLeft(parts, upper, piece), Math.min(lower ?? 0, upper), piece);
  const first = parts[0];
  const known = typeof first === 'string' ? first.length : 0;
  // x[2:-2]   of text that may be shorter than that
  const isSafe = upper === null || (lower ?? 0) <= known;
  return isSafe ? dropLeft(dropRight(parts, upper, piece), lower ?? 0, piece) : [piece(parts)];
}

function keepLeft(parts: Parts, count: number, piece: Piece): Parts {
  const kept: Part[] = [];
  let left = count;
  for (const [index, part] of parts.entries()) {
    if (left === 0) return kept;
    if (typeof part !== 'string') return [...kept, piece(parts.slice(index))];
    kept.push(part.slice(0, left));
    left -= Math.min(left, part.length);
  }
  return kept;
}

function keepRight(parts: Parts, count: number, piece: Piece): Parts {
  const kept: Part[] = [];
  let left = count;
  for (let index = parts.length - 1; index >= 0 && left > 0; index--) {
    const part = parts[index] as Part;
    if (typeof part !== 'string') return [piece(parts.slice(0, index + 1)), ...kept];
    kept.unshift(part.slice(-left));
    left -= Math.min(left, part.length);
  }
  return kept;
}

function dropLeft(parts: Parts, count: number, piece: Piece): Parts {
  const [first] = parts;
  if (count === 0 || first === undefined) return parts;
  if (typeof first !== 'string') return [piece(parts)];
  if (count <= first.length) return plain([first.slice(count), ...parts.slice(1)]);
  return dropLeft(parts.slice(1), count - first.length, piece);
}

function dropRight(parts: Parts, upper: number | null, piece: Piece): Parts {
  const count = upper === null ? 0 : -upper;
  const last = parts.at(-1);
  if (count === 0 || last === undefined) return parts;
  if (typeof last !== 'string') return [piece(parts)];
  if (count <= last.length) return plain([...parts.slice(0, -1), last.slice(0, last.length - count)]);
  return dropRight(parts.slice(0, -1), upper === null ? null : upper + last.length, piece);
}

/** The character at a place, when it is in a constant stretch at that end. */
export function characterOf(parts: Parts, index: number): string | undefined {
  const part = index < 0 ? parts.at(-1) : parts[0];
  if (typeof part !== 'string' || !isCounted(part)) return undefined;
  return part[index < 0 ? part.length + index : index];
}

/** `text.lstrip(characters)`; undefined when a value may hide what is left. */
export function stripLeft(parts: Parts, trim: (text: string) => string, hole: Piece): Parts {
  for (const [index, part] of parts.entries()) {
    if (typeof part !== 'string') {
      const behind = parts[index + 1];
      // x + ".txt"   whose dot stays
      if (typeof behind === 'string' && trim(behind) === behind) return [hole([part]), ...parts.slice(index + 1)];
      return [hole(parts.slice(index))];
    }
    const kept = trim(part);
    if (kept !== '') return [kept, ...parts.slice(index + 1)];
  }
  return [];
}

export function stripRight(parts: Parts, trim: (text: string) => string, hole: Piece): Parts {
  for (let index = parts.length - 1; index >= 0; index--) {
    const part = parts[index] as Part;
    if (typeof part !== 'string') {
      const before = parts[index - 1];
      if (typeof before === 'string' && trim(before) === before) return [...parts.slice(0, index), hole([part])];
      return [hole(parts.slice(0, index + 1))];
    }
    const kept = trim(part);
    if (kept !== '') return [...parts.slice(0, index), kept];
  }
  return [];
}

/** `text.replace(old, by)`; undefined when what is replaced may reach from a constant stretch into a value. */
export function replaceParts(
  parts: Parts,
  old: string,
  by: Parts,
  hole: (value: Value) => Value,
  mayContain: MayContain,
): Parts | undefined {
  const result: Part[] = [];
  for (const [index, part] of parts.entries()) {
    const isBeforeHole = index + 1 < parts.length;
    if (typeof part !== 'string') {
      // x + y   may hold what neither holds
      if (old.length > 1 && isBeforeHole && typeof parts[index + 1] !== 'string') return undefined;
      result.push(mayContain(part, old) ? hole(part) : part);
      continue;
    }
    if (index > 0 && isBeforeHole && part.length < old.length && old.includes(part)) return undefined;
    if ((isBeforeHole && endsInStartOf(part, old)) || (index > 0 && startsWithEndOf(part, old))) return undefined;
    for (const [at, stretch] of part.split(old).entries()) {
      if (at > 0) result.push(...by);
      result.push(stretch);
    }
  }
  return plain(result);
}

/** Whether text starts with a constant, as far as that is known. */
export function startsWith(parts: Parts, prefix: string): boolean | undefined {
  const [first] = parts;
  if (prefix === '') return true;
  if (first === undefined) return false;
  if (typeof first !== 'string') return undefined;
  if (first.length >= prefix.length || parts.length === 1) return first.startsWith(prefix);
  return prefix.startsWith(first) ? undefined : false;
}

export function endsWith(parts: Parts, suffix: string): boolean | undefined {
  const last = parts.at(-1);
  if (suffix === '') return true;
  if (last === undefined) return false;
  if (typeof last !== 'string') return undefined;
  if (last.length >= suffix.length || parts.length === 1) return last.endsWith(suffix);
  return suffix.endsWith(last) ? undefined : false;
}

/** Whether text is a constant; undefined when its values may make it so. */
export function equals(parts: Parts, text: string): boolean | undefined {
  if (parts.every((part) => typeof part === 'string')) return parts.join('') === text;
  if (typeof parts[0] === 'string' && !text.startsWith(parts[0])) return false;
  const last = parts.at(-1);
  if (typeof last === 'string' && !text.endsWith(last)) return false;
  let from = 0;
  for (const part of parts) {
    if (typeof part !== 'string') continue;
    const at = text.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return undefined;
}

/** Whether a constant is in a text: true when it is in a constant stretch. */
export function contains(parts: Parts, text: string): boolean | undefined {
  return parts.some((part) => typeof part === 'string' && part.includes(text)) ? true : undefined;
}
