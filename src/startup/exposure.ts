// Whether somebody other than who runs a command can put files into the directory that Python imports from first. Only
// what a file shows, or what holds on every system, counts; a directory that nothing is known of is not exposed.

import type { Span } from '../core/index.ts';
import { type Place, parentPlace, placeOfWord, unknownPlace } from './place.ts';
import type { OpenDirectory, PythonCommand, Starter } from './python-command.ts';
import type { StartFile } from './start-file.ts';

export interface Exposure {
  /**
   * `everyone`: all users of the machine; `owner`: a user with fewer rights than the command; `mounted`: whoever
   * fills the volume; `pull-request`: whoever proposes a change; `container`: whatever else runs in the container
   */
  readonly who: 'everyone' | 'owner' | 'mounted' | 'pull-request' | 'container';
  /** for people: `/tmp`, `the directory that it is started in` */
  readonly directory: string;
  /** where the file shows it */
  readonly span: Span | undefined;
}

/** The directory that Python puts first on `sys.path`, were it not told otherwise. */
export function firstDirectory(command: PythonCommand): Place {
  const { program, directory } = command;
  switch (program.kind) {
    case 'script':
      return isContainer(command)
        ? placeOfWord(program.word, directory)
        : parentPlace(placeOfWord(program.word, directory));
    case 'module':
    case 'code':
    case 'standard-input':
      return directory;
    case 'none':
      return unknownPlace;
  }
}

/** A directory or zip archive that is run as a program is first on `sys.path` whatever the options say. */
export function isContainer({ program }: PythonCommand): boolean {
  return program.kind === 'script' && /(?:\/|\.zip|\.pyz|\.egg|^\.{1,2})$/.test(program.word.text ?? '');
}

/** With /tmp's mode anyone may add files, nobody may replace those of others. */
const shared =
  /^(?:\/private)?\/(?:tmp|var\/tmp|usr\/tmp|dev\/shm|run\/shm|run\/lock|var\/lock)$|^[A-Za-z]:\/(?:windows\/)?te?mp$|^[A-Za-z]:\/users\/public$/i;

/** Who else can write to a directory of the machine that these run on. */
const alone: ReadonlySet<Starter> = new Set<Starter>(['image-build', 'pipeline']);

export function exposureOf(
  file: Pick<StartFile, 'open'>,
  place: Place,
  { starter, user, open = [] }: Pick<PythonCommand, 'starter' | 'user'> & Partial<Pick<PythonCommand, 'open'>>,
): Exposure | undefined {
  for (const each of [...open, ...file.open]) {
    if (each.to === 'everyone' && alone.has(starter)) continue;
    if (!isCovered(each, place)) continue;
    return { who: each.to, directory: describe(place), span: each.span };
  }
  if (place.kind !== 'path' || alone.has(starter)) return undefined;
  if (shared.test(place.path)) {
    const who = starter === 'image' ? 'container' : 'everyone';
    return { who, directory: place.path, span: undefined };
  }
  if (user === 'root' && starter !== 'image' && /^\/(?:home|Users)\/[^/]+(?:\/|$)/.test(place.path)) {
    return { who: 'owner', directory: place.path, span: undefined };
  }
  return undefined;
}

export function isShared(path: string): boolean {
  return shared.test(path.replaceAll('\\', '/').replace(/\/+$/, ''));
}

function isCovered({ place: open, isTree }: OpenDirectory, place: Place): boolean {
  if (open.kind === 'path' && place.kind === 'path') {
    return place.path === open.path || (isTree && place.path.startsWith(open.path === '/' ? '/' : `${open.path}/`));
  }
  if (open.kind !== 'start' || place.kind !== 'start') return false;
  return place.below === open.below || (isTree && (open.below === '' || place.below.startsWith(`${open.below}/`)));
}

export function describe(place: Place): string {
  switch (place.kind) {
    case 'path':
      return place.path;
    case 'start':
      return place.below === '' ? 'the directory that it is started in' : place.below;
    case 'own':
      return 'the directory of this file';
    case 'home':
      return 'the home directory';
    case 'fresh':
      return 'a directory of its own';
    case 'unknown':
      return 'an unknown directory';
  }
}
