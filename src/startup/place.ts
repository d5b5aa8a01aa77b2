// Directories as far as the text of a file tells them: where a command runs, and where the files lie that it names.

import type { Word } from './word.ts';

/** `start`: where whoever ran the file stood; `own`: the file's own directory; `fresh`: made by `mktemp -d`. */
export type Place =
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'start'; readonly below: string }
  | { readonly kind: 'own' | 'fresh' | 'home' | 'unknown' };

export const startPlace: Place = { kind: 'start', below: '' };
export const unknownPlace: Place = { kind: 'unknown' };

/** A path's place, taken from a directory when it is relative. */
export function placeNamed(path: string, from: Place): Place {
  if (isAbsolute(path)) return { kind: 'path', path: normalized(path) };
  if (path.startsWith('~')) return path === '~' || path.startsWith('~/') ? { kind: 'home' } : homeOf(path.slice(1));
  switch (from.kind) {
    case 'path':
      return { kind: 'path', path: normalized(`${from.path}/${path}`) };
    case 'start': {
      const below = normalized(from.below === '' ? path : `${from.below}/${path}`);
      // Outside of where it was started, nothing is known of that place any more.
      return below.startsWith('..') ? unknownPlace : { kind: 'start', below: below === '.' ? '' : below };
    }
    default:
      return normalized(path) === '.' ? from : from.kind === 'unknown' ? unknownPlace : { kind: from.kind };
  }
}

/** `~alice/bin` */
function homeOf(rest: string): Place {
  return { kind: 'path', path: normalized(`/home/${rest}`) };
}

/** The place that a word of a command line names. */
export function placeOfWord(word: Word, from: Place): Place {
  if (word.text !== undefined) return placeNamed(word.text, from);
  const [first, ...rest] = word.parts;
  if (first === undefined || typeof first === 'string') {
    // /srv/app-$VERSION lies in /srv; what is above the first expansion is known
    return unknownPlace;
  }
  const base = placeOfExpansion(first.kind, first.text, from);
  if (rest.length === 0) return base;
  const tail = rest.length === 1 && typeof rest[0] === 'string' ? rest[0] : undefined;
  if (tail === undefined || !tail.startsWith('/')) return unknownPlace;
  return base.kind === 'unknown' ? base : placeNamed(tail.replace(/^\/+/, '') || '.', base);
}

function placeOfExpansion(kind: 'variable' | 'command' | 'expression', text: string, from: Place): Place {
  if (kind === 'command') {
    if (/^\s*mktemp\b.*\s-\w*d/.test(` ${text} `) || /^\s*mktemp\s+--directory/.test(text)) return { kind: 'fresh' };
    if (/\bdirname\b.*(\$\{?0|BASH_SOURCE)/.test(text)) return { kind: 'own' };
    if (/^\s*pwd(\s+-[LP])?\s*$/.test(text)) return from;
    return unknownPlace;
  }
  if (kind === 'expression') return /\bgithub\.workspace\b/.test(text) ? startPlace : unknownPlace;
  switch (text) {
    case 'PWD':
      return from;
    case 'HOME':
      return { kind: 'home' };
    case 'GITHUB_WORKSPACE':
    case 'CI_PROJECT_DIR':
      return startPlace;
    // TMPDIR is what a login or service manager sets it to.
    default:
      return unknownPlace;
  }
}

/** The directory that a file lies in. */
export function parentPlace(place: Place): Place {
  if (place.kind === 'path') return { kind: 'path', path: normalized(`${place.path}/..`) };
  if (place.kind === 'start') {
    const cut = place.below.lastIndexOf('/');
    return { kind: 'start', below: cut < 0 ? '' : place.below.slice(0, cut) };
  }
  return place;
}

function isAbsolute(path: string): boolean {
  return path.startsWith('/') || /^[A-Za-z]:[\\/]/.test(path) || path.startsWith('\\\\');
}

/** Without `.`, `..` and doubled or closing slashes; `.` for nothing. Windows separators become slashes. */
function normalized(path: string): string {
  const forward = /^[A-Za-z]:[\\/]|^\\\\/.test(path) ? path.replaceAll('\\', '/') : path;
  const root = forward.startsWith('/') ? '/' : '';
  const parts: string[] = [];
  for (const part of forward.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (root === '') parts.push('..');
  }
  return root + parts.join('/') || '.';
}
