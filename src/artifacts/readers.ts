// All readers, in the order in which what they find is told.

import { dumbDatabase } from './dbm/dumb.ts';
import type { Reader } from './inspection.ts';
import { numpyArray } from './numpy/reader.ts';
import { sevenZip } from './seven-zip/reader.ts';
import { tar } from './tar/reader.ts';
import { sqlite } from './sqlite/reader.ts';

export const readers: readonly Reader[] = [numpyArray, sqlite, dumbDatabase, sevenZip, tar];
