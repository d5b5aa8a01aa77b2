// Directories in which every user of the machine may create files, and names in them that others can guess. Shared by
// the considerations about temporary files.

import type { ValueView } from '../../rulekit/index.ts';

const sharedStart =
  /^(\/(private\/)?(tmp|var\/tmp|dev\/shm|usr\/tmp)(\/|$)|[A-Za-z]:[\\/]+(windows[\\/]+)?te?mp([\\/]|$))/i;

/** Certainly lies below a directory that all users share, and not below one that was made for this process. */
export function isShared(path: ValueView): boolean {
  if (isPrivate(path)) return false;
  const start = path.textParts()?.[0] ?? path.string();
  if (typeof start === 'string' && start !== '') return sharedStart.test(start);
  if (path.isDerivedFrom('concept:temp-location')) return true;
  // Path("/tmp") / "app.log", Path("/tmp/app.log")
  const made = path.callTo('pathlib.Path', 'pathlib.PurePath', 'os.path.join');
  const first = made?.positional[0];
  return first !== undefined && isShared(first);
}

/** Holds a directory or name that was made for this process alone. */
export function isPrivate(path: ValueView): boolean {
  return path.isDerivedFrom('concept:temp-directory', 'concept:temp-file', 'concept:temp-name');
}

/** What is not constant in it: `guessable` for process ids, user names and dates; `random`; or not known. */
export function varianceOf(path: ValueView): 'none' | 'guessable' | 'random' | 'unknown' {
  if (path.isDerivedFrom('concept:secure-random', 'concept:secret-token')) return 'random';
  const variable = piecesOf(path).filter((piece) => {
    const { provenance } = piece.origin();
    return provenance !== 'constant' && provenance !== 'shipped' && !isLocation(piece);
  });
  if (variable.length === 0) return 'none';
  const isGuessable = (piece: ValueView) => piece.isDerivedFrom('concept:guessable-value', 'concept:random-number');
  return variable.every(isGuessable) ? 'guessable' : 'unknown';
}

/** The values that a path is put together from. */
function piecesOf(path: ValueView): readonly ValueView[] {
  const joined = path.callTo('os.path.join', 'pathlib.Path', 'pathlib.PurePath')?.positional;
  const parts = joined ?? path.textParts()?.filter((part) => typeof part !== 'string');
  return parts === undefined
    ? [path]
    : parts.flatMap((part) =>
        part.span.start === path.span.start && part.span.end === path.span.end ? [part] : piecesOf(part),
      );
}

function isLocation(value: ValueView): boolean {
  return value.callTo('concept:temp-location') !== undefined || value.is('tempfile.tempdir');
}
