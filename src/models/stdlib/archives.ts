// Archives and compression: zipfile, tarfile, shutil, zlib, gzip, bz2, lzma, compression.

import { concept, everyCall, everySource, items, type Row, returns, under } from '../model.ts';

export const archives = (): readonly Row[] => [
  ...everyCall('archive-open', ['zipfile.ZipFile', 'zipfile.PyZipFile'], 'file', 0),
  concept('zipfile.Path', 'archive-open', 'root', 0),
  ...everyCall('archive-open', ['tarfile.open', 'tarfile.TarFile', 'tarfile.TarFile.open'], 'name', 0),
  ...everyCall('archive-open', under('tarfile.TarFile', 'taropen gzopen bz2open xzopen'), 'name', 0),
  concept('zipfile.ZipFile.extract', 'archive-extract', 'path', 1),
  concept('zipfile.ZipFile.extractall', 'archive-extract', 'path', 0),
  concept('tarfile.TarFile.extract', 'archive-extract', 'path', 1),
  concept('tarfile.TarFile.extractall', 'archive-extract', 'path', 0),
  ...everyCall('archive-member-read', under('zipfile.ZipFile', 'read open'), 'name', 0),
  concept('tarfile.TarFile.extractfile', 'archive-member-read', 'member', 0),
  ...everyCall('archive-member-read', under('zipfile.Path', 'read_text read_bytes open')),
  concept('shutil.unpack_archive', 'archive-unpack', 'filename', 0),
  concept('setuptools.archive_util.unpack_archive', 'archive-unpack', 'filename', 0),

  returns('zipfile.ZipFile.open', 'zipfile.ZipExtFile'),
  returns('tarfile.TarFile.extractfile', 'tarfile.ExFileObject'),
  items('zipfile.Path.iterdir', 'zipfile.Path'),
  ...everySource(
    'file',
    under('zipfile.ZipFile', 'namelist infolist getinfo read open filelist comment'),
    'a member of a zip archive',
  ),
  ...everySource(
    'file',
    under('zipfile.ZipInfo', 'filename orig_filename comment external_attr'),
    'a member of a zip archive',
  ),
  ...everySource('file', under('zipfile.ZipExtFile', 'read read1 readline readlines'), 'a member of a zip archive'),
  ...everySource(
    'file',
    under('zipfile.Path', 'read_text read_bytes open name filename iterdir'),
    'a member of a zip archive',
  ),
  ...everySource(
    'file',
    under('tarfile.TarFile', 'getnames getmembers getmember extractfile next'),
    'a member of a tar archive',
  ),
  ...everySource(
    'file',
    under('tarfile.TarInfo', 'name linkname path linkpath mode uname gname pax_headers'),
    'a member of a tar archive',
  ),

  concept('zlib.decompress', 'decompress', 'data', 0),
  ...everyCall(
    'decompress',
    ['gzip.decompress', 'bz2.decompress', 'lzma.decompress', 'compression.zstd.decompress'],
    'data',
    0,
  ),
  ...everyCall('decompress', [
    'zlib.decompressobj',
    'bz2.BZ2Decompressor',
    'lzma.LZMADecompressor',
    'compression.zstd.ZstdDecompressor',
  ]),
  ...everyCall(
    'decompress-stream',
    ['gzip.open', 'bz2.open', 'lzma.open', 'gzip.GzipFile', 'bz2.BZ2File', 'lzma.LZMAFile'],
    'filename',
    0,
  ),
  ...everyCall('decompress-stream', ['compression.zstd.open', 'compression.zstd.ZstdFile'], 'file', 0),
  ...everySource('file', ['gzip.open', 'bz2.open', 'lzma.open', 'compression.zstd.open'], 'the contents of a file'),
  ...everySource('file', ['gzip.GzipFile.read', 'bz2.BZ2File.read', 'lzma.LZMAFile.read'], 'the contents of a file'),
];
