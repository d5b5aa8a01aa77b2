// Whether bytes are a pickle. From protocol 2 on pickles begin with `PROTO`; before, with any opcode, as a good deal of text
// does: such bytes are run for a bit.

import { Budget, defaultLimits } from '../budget.ts';
import type { ByteSource } from '../source.ts';
import { anyLoader } from './dialect.ts';
import { run } from './machine.ts';
import { opcodeByCode } from './opcodes.ts';
import type { Program } from './program.ts';

const PROTO = 0x80;
/** Bytes that are run to find out. */
const MAX_TRIED = 64 * 1024;
const MAX_TRIED_OPCODES = 4096;
/** What people call pickles, and nothing else. */
const pickleName = /\.(pkl|pickle|pckl|pcl|cpkl|dill|joblib)(\.\d+)?$/i;
/** How containers begin that go by these names too: PK, gzip, zlib, BZh, xz, lz4, zstandard, 7z, NumPy, HDF5, ZF, SQLite. */
const containers =
  /^(PK[\x03\x05\x07]|\x1f\x8b|\x78[\x01\x5e\x9c\xda]|BZh|\xfd7zXZ|\x5d\0\0|\x04\x22\x4d\x18|\x28\xb5\x2f\xfd|7z\xbc\xaf|\x93NUMPY|\x89HDF|ZF|SQLite format 3)/;

export function sniffPickle(source: ByteSource, name: string): 'certain' | 'perhaps' | undefined {
  const start = source.read(0, 16);
  if (start.length < 2) return undefined;
  const isNamed = pickleName.test(name) && !containers.test(String.fromCharCode(...start));
  if (opcodeByCode[start[0] as number] === undefined) return isNamed ? 'perhaps' : undefined;
  const { program, isWhole } = attempt(source);
  const isProtocol = start[0] === PROTO && (start[1] as number) <= 5;
  if (isProtocol && (program.ending === 'stop' || !isWhole)) return 'certain';
  if (isProtocol && program.opcodes > 3) return 'perhaps';
  return isNamed || isMeaningful(program, source.size, isWhole) ? 'perhaps' : undefined;
}

/** `isWhole`: the program ended by itself, not since enough of it was seen. */
function attempt(source: ByteSource): { program: Omit<Program, 'alternatives'>; isWhole: boolean } {
  const budget = new Budget({ ...defaultLimits, steps: MAX_TRIED_OPCODES }, () => 0);
  const limit = Math.min(source.size, MAX_TRIED);
  const { program } = run(source, 0, { limit, dialect: anyLoader, budget });
  const isCut = program.ending === 'end-of-data' && limit < source.size;
  return { program, isWhole: program.ending !== 'limit' && !isCut };
}

/** Prose begins like a pickle too, but does not get far: `N.` is None, and an initial. */
function isMeaningful(program: Omit<Program, 'alternatives'>, size: number, isWhole: boolean): boolean {
  const does = program.events.some(({ kind }) => kind !== 'import' && kind !== 'discard');
  const imports = program.events.filter(
    (event) => event.kind === 'import' && isName(event.global.module, event.global.path),
  );
  if (program.ending === 'stop') {
    if (imports.length > 0 || program.opcodes >= 6) return true;
    return program.opcodes > 3 && size - program.end <= 1;
  }
  if (!isWhole) return imports.length > 0 || program.opcodes > 64;
  return imports.length > 0 && (does || program.opcodes >= 6);
}

function isName(module: string | undefined, path: readonly string[]): boolean {
  return (
    module !== undefined && [...module.split('.'), ...path].every((word) => /^[\p{L}_][\p{L}\p{N}_]*$/u.test(word))
  );
}
