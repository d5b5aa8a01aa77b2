// Library names whose results are determined by their arguments alone, objects that give back what they were made
// from, and names of files that belong to the project. Everything else may read the world.

import type { Library } from '../models/index.ts';

const pureModules = [
  'ast', 'base64', 'binascii', 'bisect', 'builtins', 'codecs', 'collections', 'copy', 'csv', 'dataclasses', 'decimal',
  'difflib', 'enum', 'fractions', 'functools', 'hashlib', 'heapq', 'hmac', 'html', 'io', 'ipaddress', 'itertools',
  'json', 'math', 'ntpath', 'operator', 'os.path', 'pathlib', 'posixpath', 'quopri', 're', 'shlex', 'string', 'struct',
  'textwrap', 'types', 'typing', 'unicodedata', 'urllib.parse', 'zlib', 'bz2', 'lzma', 'gzip',
]; // biome-ignore format: a list of words

/** Exceptions to the modules above: these read something. */
const reading = new Set([
  'builtins.input',
  'builtins.open',
  'builtins.eval',
  'builtins.exec',
  'builtins.globals',
  'builtins.locals',
  'builtins.vars',
  'builtins.getattr',
  'builtins.__import__',
  'codecs.open',
  'io.open',
  'io.FileIO',
  'pathlib.Path.read_text',
  'pathlib.Path.read_bytes',
  'pathlib.Path.open',
  'pathlib.Path.iterdir',
  'pathlib.Path.glob',
  'pathlib.Path.rglob',
  'pathlib.Path.home',
  'pathlib.Path.cwd',
  'os.path.expanduser',
  'os.path.expandvars',
  'gzip.open',
  'bz2.open',
  'lzma.open',
]);

export function isPure(library: Library, name: string): boolean {
  if (library.passesOn(name)) return true;
  return !reading.has(name) && pureModules.some((module) => name.startsWith(`${module}.`));
}

/** Classes whose instances hold just what their constructor was given. */
const holders = new Set([
  'io.BytesIO',
  'io.StringIO',
  'pathlib.Path',
  'pathlib.PurePath',
  'pathlib.PosixPath',
  'pathlib.WindowsPath',
  'pathlib.PurePosixPath',
  'pathlib.PureWindowsPath',
]);

export function isHolder(library: Library, className: string): boolean {
  if (library.isHolder(className)) return true;
  return holders.has(className) || (className.startsWith('builtins.') && className !== 'builtins.object');
}

const shipped =
  /(^|\.)__(file|path|spec)__$|^importlib\.(resources|metadata)\.|^importlib_resources\.|^pkgutil\.get_data$/;

/** `__file__`, and what reads files of installed packages. */
export function isShippedFile(name: string): boolean {
  return shipped.test(name) || name === 'pkg_resources.resource_filename' || name === 'pkg_resources.resource_string';
}
