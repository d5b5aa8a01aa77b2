// Directories in which every user of the machine may create files, and names in them that others can guess. Shared by
// the considerations about temporary files.

import type { Near, ValueView } from '../../rulekit/index.ts';

const sharedStart =
  /^(\/(private\/)?(tmp|var\/tmp|dev\/shm|usr\/tmp)(\/+|$)|[A-Za-z]:[\\/]+(windows[\\/]+)?te?mp([\\/]+|$))/i;

/** Files that say where such directories are. */
export const nearShared: Near = {
  names: ['gettempdir', 'gettempdirb', 'tempdir'],
  text: /^([bru]{0,2}["']{1,3})?(\/(private\/)?(tmp|var\/tmp|dev\/shm|usr\/tmp)|[a-z]:[\\/]{1,2}te?mp)\b/i,
};

/** What a path is put together from. */
type Piece = string | ValueView;

/** Nested joins and texts that are taken apart, and alternatives that are looked at. */
const deepest = 12;
const mostAlternatives = 8;

/** Can lie below a directory that all users share, and not below one that was made for this process. */
export function isShared(path: ValueView): boolean {
  return below(path, deepest).length > 0;
}

/** Holds a directory or name that was made for this process alone. */
export function isPrivate(path: ValueView): boolean {
  return path.isDerivedFrom('concept:temp-directory', 'concept:temp-file', 'concept:temp-name');
}

/** `none`: constant; `guessable`: process ids, user names, dates; `random`; or not known */
export type Variance = 'none' | 'guessable' | 'random' | 'unknown';

/**
 * For each way in which a path can lie below a shared directory, what is not constant in the name directly below: whoever
 * makes that directory first has a say in all that is in it.
 */
export function variancesOf(path: ValueView): readonly Variance[] {
  return below(path, deepest).flatMap((pieces) => {
    const name = firstName(pieces);
    if (name.length === 0) return [];
    const variable = pieces.filter((piece) => typeof piece !== 'string');
    if (variable.some((piece) => piece.isDerivedFrom('concept:secure-random', 'concept:secret-token')))
      return ['random'];
    const inName = name.filter((piece) => typeof piece !== 'string').filter((piece) => !isFixed(piece));
    if (inName.length === 0) return ['none'];
    const isGuessable = (piece: ValueView) =>
      piece.isDerivedFrom('concept:guessable-value', 'concept:public-identity', 'concept:random-number');
    return [inName.every(isGuessable) ? 'guessable' : 'unknown'];
  });
}

function isFixed(piece: ValueView): boolean {
  const { provenance } = piece.origin();
  return provenance === 'constant' || provenance === 'shipped';
}

/** What follows a shared directory, for each way in which the path can begin with one. */
function below(path: ValueView, depth: number): readonly (readonly Piece[])[] {
  if (depth === 0) return [];
  return path
    .alternatives()
    .slice(0, mostAlternatives)
    .flatMap((each) => {
      if (isPrivate(each)) return [];
      const pieces = piecesOf(each, depth).filter((piece) => piece !== '');
      const [first, ...rest] = pieces;
      if (first === undefined) return [];
      if (typeof first === 'string') {
        const start = sharedStart.exec(first)?.[0];
        return start === undefined ? [] : [[first.slice(start.length), ...rest]];
      }
      if (isLocation(first)) return [rest];
      // Nothing was taken apart: it is what it is.
      if (pieces.length === 1 && first.alternatives().length === 1) return [];
      return below(first, depth - 1).map((start) => [...start, ...rest]);
    });
}

/** The pieces of the first name: up to the next slash. */
function firstName(pieces: readonly Piece[]): readonly Piece[] {
  const name: Piece[] = [];
  for (const piece of pieces) {
    if (typeof piece !== 'string') {
      name.push(piece);
      continue;
    }
    const text = name.length === 0 ? piece.replace(/^[\\/]+/, '') : piece;
    const end = text.search(/[\\/]/);
    if (end >= 0) return end === 0 ? name : [...name, text.slice(0, end)];
    if (text !== '') name.push(text);
  }
  return name;
}

const joining = ['concept:path-join', 'pathlib.Path', 'pathlib.PurePath'] as const;
const passing = [
  'os.path.abspath',
  'os.path.normpath',
  'os.path.realpath',
  'os.path.expanduser',
  'os.path.expandvars',
  'os.fspath',
  'builtins.str',
  'pathlib.Path.resolve',
  'pathlib.Path.absolute',
] as const;

function piecesOf(path: ValueView, depth: number): readonly Piece[] {
  if (depth === 0) return [path];
  const inside = (part: Piece) => (typeof part === 'string' ? [part] : piecesOf(part, depth - 1));
  const parts = path.textParts();
  if (parts !== undefined) return parts.length === 1 ? parts : parts.flatMap(inside);
  const joined = path.madeFrom(...joining);
  if (joined !== undefined && joined.length > 0) {
    return joined.flatMap((part, at) => (at === 0 ? inside(part) : ['/', ...inside(part)]));
  }
  const passed = path.madeFrom(...passing)?.[0];
  return passed === undefined ? [path] : inside(passed);
}

function isLocation(value: ValueView): boolean {
  return value.madeFrom('concept:temp-location') !== undefined || value.is('tempfile.tempdir');
}
