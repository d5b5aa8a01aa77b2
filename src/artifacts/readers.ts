// All readers, in the order in which what they find is told.

import { bzip2 } from './compression/bzip2.ts';
import { gzip } from './compression/gzip.ts';
import { lz4 } from './compression/lz4.ts';
import { lzma } from './compression/lzma.ts';
import { xz } from './compression/xz.ts';
import { zlib } from './compression/zlib.ts';
import { zstandard } from './compression/zstandard.ts';
import { berkeleyDatabase } from './dbm/berkeley.ts';
import { dumbDatabase } from './dbm/dumb.ts';
import { gnuDatabase } from './dbm/gnu.ts';
import { hdf5 } from './hdf5/reader.ts';
import type { Reader } from './inspection.ts';
import { zfile } from './joblib/zfile.ts';
import { kerasConfig } from './keras/reader.ts';
import { loggingDict } from './logging/dict-reader.ts';
import { loggingIni } from './logging/ini-reader.ts';
import { numpyArray } from './numpy/reader.ts';
import { pickle } from './pickle/reader.ts';
import { sevenZip } from './seven-zip/reader.ts';
import { sqlite } from './sqlite/reader.ts';
import { tar } from './tar/reader.ts';
import { text } from './text/reader.ts';
import { der } from './tls/der-reader.ts';
import { keyLog } from './tls/key-log.ts';
import { pem } from './tls/pem.ts';
import { openSslSettings } from './tls/settings.ts';
import { torchLegacy } from './torch/legacy.ts';
import { xml } from './xml/reader.ts';
import { pythonYaml } from './yaml/reader.ts';
import { zip } from './zip/reader.ts';

export const readers: readonly Reader[] = [
  pickle,
  numpyArray,
  torchLegacy,
  kerasConfig,
  hdf5,
  sqlite,
  dumbDatabase,
  gnuDatabase,
  berkeleyDatabase,
  sevenZip,
  tar,
  xml,
  zip,
  gzip,
  bzip2,
  xz,
  lzma,
  zstandard,
  lz4,
  zlib,
  zfile,
  loggingIni,
  loggingDict,
  pythonYaml,
  text,
  pem,
  der,
  keyLog,
  openSslSettings,
];
