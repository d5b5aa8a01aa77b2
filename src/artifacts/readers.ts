// All readers, in the order in which what they find is told.

import { gzip } from './compression/gzip.ts';
import { zlib } from './compression/zlib.ts';
import { dumbDatabase } from './dbm/dumb.ts';
import { hdf5 } from './hdf5/reader.ts';
import type { Reader } from './inspection.ts';
import { kerasConfig } from './keras/reader.ts';
import { loggingDict } from './logging/dict-reader.ts';
import { loggingIni } from './logging/ini-reader.ts';
import { numpyArray } from './numpy/reader.ts';
import { sevenZip } from './seven-zip/reader.ts';
import { sqlite } from './sqlite/reader.ts';
import { tar } from './tar/reader.ts';
import { xml } from './xml/reader.ts';
import { pythonYaml } from './yaml/reader.ts';
import { zip } from './zip/reader.ts';

export const readers: readonly Reader[] = [
  numpyArray,
  kerasConfig,
  hdf5,
  sqlite,
  dumbDatabase,
  sevenZip,
  tar,
  xml,
  zip,
  gzip,
  zlib,
  loggingIni,
  loggingDict,
  pythonYaml,
];
