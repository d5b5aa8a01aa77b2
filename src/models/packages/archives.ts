// Archive and compression formats outside the standard library.

import { concept, everyCall, everySource, libraryClass, type Row, returns, twin, under } from '../model.ts';

export const archivePackages = (): readonly Row[] => [
  twin('backports.tarfile.*', 'tarfile.*'),
  twin('backports.zstd.*', 'compression.zstd.*'),
  twin('backports.lzma.*', 'lzma.*'),
  twin('zipfile2.*', 'zipfile.*'),
  twin('zipfile36.*', 'zipfile.*'),
  libraryClass('py7zr.SevenZipFile'),
  libraryClass('rarfile.RarFile'),
  libraryClass('pyzipper.AESZipFile', 'zipfile.ZipFile'),
  libraryClass('pyzipper.ZipFile', 'zipfile.ZipFile'),
  ...everyCall(
    'archive-open',
    ['py7zr.SevenZipFile', 'rarfile.RarFile', 'pyzipper.AESZipFile', 'pyzipper.ZipFile'],
    'file',
    0,
  ),
  ...everyCall('archive-extract', ['py7zr.SevenZipFile.extractall', 'rarfile.RarFile.extractall'], 'path', 0),
  ...everyCall('archive-extract', ['py7zr.SevenZipFile.extract', 'rarfile.RarFile.extract'], 'path'),
  ...everyCall(
    'archive-unpack',
    ['py7zr.unpack_7zarchive', 'pyunpack.Archive', 'patoolib.extract_archive'],
    undefined,
    0,
  ),
  ...everySource(
    'file',
    [...under('py7zr.SevenZipFile', 'getnames read readall'), ...under('rarfile.RarFile', 'namelist infolist read')],
    'a member of an archive',
  ),
  ...everyCall(
    'decompress',
    [
      'zstandard.decompress',
      'brotli.decompress',
      'lz4.frame.decompress',
      'snappy.decompress',
      'zstd.decompress',
      'blosc.decompress',
    ],
    undefined,
    0,
  ),
  concept('zstandard.ZstdDecompressor.decompress', 'decompress', 'data', 0),
  libraryClass('zstandard.ZstdDecompressor'),
  returns('zstandard.open', 'io.BufferedReader'),
];
