// Paths and files beyond os: pathlib, io, shutil, codecs, fileinput, glob, package data.

import { cleaner, concept, everyCall, everySource, type Row, under } from '../model.ts';

export const files = (): readonly Row[] => [
  concept('io.FileIO', 'path-open', 'file', 0),
  concept('io.open_code', 'path-open', 'path', 0),
  concept('codecs.open', 'path-open', 'filename', 0),
  concept('tokenize.open', 'path-open', 'filename', 0),
  concept('fileinput.input', 'path-open', 'files', 0),
  concept('fileinput.FileInput', 'path-open', 'files', 0),
  ...everyCall('path-read', under('linecache', 'getline getlines'), 'filename', 0),
  concept('pathlib.Path.open', 'path-open'),
  ...everyCall('path-read', under('pathlib.Path', 'read_text read_bytes')),
  ...everyCall('path-write', under('pathlib.Path', 'write_text write_bytes touch')),
  ...everyCall('path-delete', under('pathlib.Path', 'unlink rmdir')),
  ...everyCall('path-create', under('pathlib.Path', 'mkdir symlink_to hardlink_to link_to')),
  ...everyCall('path-move', under('pathlib.Path', 'rename replace'), 'target', 0),
  ...everyCall('path-mode', under('pathlib.Path', 'chmod lchmod'), 'mode', 0),
  ...everyCall('path-probe', under('pathlib.Path', 'exists is_file is_dir is_symlink')),
  concept('pathlib.PurePath.joinpath', 'path-join'),
  concept('pathlib.PurePath.__truediv__', 'path-join', 'key', 0),
  ...everySource('file', under('pathlib.Path', 'read_text read_bytes open readlink'), 'the contents of a file'),
  ...everySource(
    'file',
    ['io.open_code', 'codecs.open', 'tokenize.open', 'fileinput.input', 'fileinput.FileInput'],
    'the contents of a file',
  ),
  ...everySource(
    'file',
    ['io.FileIO.read', 'io.FileIO.readall', 'mmap.mmap.read', 'mmap.mmap.readline'],
    'the contents of a file',
  ),
  ...everySource('file', under('linecache', 'getline getlines'), 'the contents of a file'),

  ...under('pathlib.PurePath', 'name stem suffix').map((name) => cleaner(name, 'path-traversal')),
  ...everyCall('path-move', under('shutil', 'copy copy2 copyfile copytree move'), 'dst', 1),
  concept('shutil.rmtree', 'path-delete', 'path', 0),
  concept('shutil.make_archive', 'path-create', 'base_name', 0),

  concept('pkgutil.get_data', 'resource-read', 'resource', 1),
  ...everyCall(
    'resource-read',
    under('importlib.resources', 'read_text read_binary open_text open_binary'),
    undefined,
    1,
  ),
  concept('sqlite3.connect', 'path-open', 'database', 0),
];
