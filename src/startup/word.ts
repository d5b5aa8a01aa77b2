// Words of a command line, after quoting and escaping, with what is only known when it runs told apart.

import type { Span } from '../core/index.ts';
import { decoded, Excerpt } from './excerpt.ts';

/** A part of a word that is filled in later. */
export interface Expansion {
  /** `expression`: of a CI system's own language, filled in before the shell sees it */
  readonly kind: 'variable' | 'command' | 'expression';
  /** name of the variable, text of the command or expression */
  readonly text: string;
  /** of `${NAME:-text}`: `:-`, and the text; of `${NAME}` empty */
  readonly operator: string;
  readonly operand: string;
}

export interface Word {
  readonly span: Span;
  /** what it means, expansions as they are written */
  readonly excerpt: Excerpt;
  readonly parts: readonly (string | Expansion)[];
  /** what it certainly is */
  readonly text: string | undefined;
  /** something in it was quoted */
  readonly isQuoted: boolean;
}

/** A word without anything to fill in. */
export function literalWord(excerpt: Excerpt, span: Span = excerpt.spanOf(0, excerpt.text.length)): Word {
  const text = decoded(excerpt.text);
  return { span, excerpt, parts: text === '' ? [] : [text], text, isQuoted: true };
}

/** A part of a word, from a character on: `PYTHON=3` without `PYTHON=`. Expansions must not begin before it. */
export function wordFrom(word: Word, index: number): Word {
  const excerpt = word.excerpt.slice(index);
  const [first, ...rest] = word.parts;
  const parts = typeof first !== 'string' ? word.parts : first.length > index ? [first.slice(index), ...rest] : rest;
  return {
    span: { start: Math.min(excerpt.placeOf(0), word.span.end), end: word.span.end },
    excerpt,
    parts,
    text: word.text?.slice(index),
    isQuoted: word.isQuoted,
  };
}

/** For people, on one line and not too long. */
export function shown(word: Word): string {
  const text = decoded(word.excerpt.text).replace(/\s+/g, ' ').trim();
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** The value of a word in which variables are filled in that have one known value. */
export function filledIn(word: Word, known: (name: string) => Word | undefined): Word {
  if (word.text !== undefined) return word;
  const parts: (string | Expansion)[] = [];
  for (const part of word.parts) {
    const value = typeof part === 'string' || part.kind !== 'variable' ? undefined : known(part.text);
    const isPlain = typeof part !== 'string' && (part.operator === '' || part.operator.endsWith('-'));
    for (const each of value !== undefined && isPlain ? value.parts : [part]) {
      const last = parts.at(-1);
      if (typeof each === 'string' && typeof last === 'string') parts[parts.length - 1] = last + each;
      else parts.push(each);
    }
  }
  if (parts.length > mostParts) return word;
  const text = parts.every((part) => typeof part === 'string') ? parts.join('') : undefined;
  if (text === undefined || text.length > longestText) return { ...word, parts };
  return { ...word, parts, text, excerpt: Excerpt.instead(text, word.span) };
}

/** `A=$B$B`, `B=$C$C` … would double with each line. */
const mostParts = 64;
const longestText = 8192;
