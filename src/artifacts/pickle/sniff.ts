// Whether bytes are a pickle. From protocol 2 on pickles begin with `PROTO`; before, with any opcode, as a good deal of text
// does: such bytes are run for a bit.

import { Budget, defaultLimits } from '../budget.ts';
import type { ByteSource } from '../source.ts';
import { entryOf } from './allowed/index.ts';
import { anyLoader } from './dialect.ts';
import { mappedName } from './facts.ts';
import { gadgetOf } from './gadgets.ts';
import { run } from './machine.ts';
import { opcodeByCode } from './opcodes.ts';
import type { GlobalValue, Program, Value } from './program.ts';

const PROTO = 0x80;
/** Bytes that are run to find out. */
const MAX_TRIED = 64 * 1024;
const MAX_TRIED_OPCODES = 4096;
/** What people call pickles, and nothing else. */
const pickleName = /\.(pkl|pickle|pckl|pcl|cpkl|dill|joblib)(\.\d+)?$/i;
/** How containers begin that go by these names too: PK, gzip, zlib, BZh, xz, lz4, zstandard, 7z, NumPy, HDF5, ZF, SQLite. */
const containers =
  /^(PK[\x03\x05\x07]|\x1f\x8b|\x78[\x01\x5e\x9c\xda]|BZh|\xfd7zXZ|\x5d\0\0|\x04\x22\x4d\x18|\x28\xb5\x2f\xfd|7z\xbc\xaf|\x93NUMPY|\x89HDF|ZF|SQLite format 3)/;

/** Opcodes behind `PROTO` that chance does not come to. */
const CONVINCING = 8;
/** Pickles that are tried where one that does nothing stands before another. */
const MAX_PICKLES = 8;

export function sniffPickle(source: ByteSource, name: string): 'certain' | 'perhaps' | undefined {
  const start = source.read(0, 16);
  if (start.length < 2) return undefined;
  const isNamed = pickleName.test(name) && !containers.test(String.fromCharCode(...start));
  if (opcodeByCode[start[0] as number] === undefined) return isNamed ? 'perhaps' : undefined;
  const first = attempt(source, 0);
  const isProtocol = start[0] === PROTO && (start[1] as number) <= 5;
  if (isProtocol && (first.program.ending === 'stop' || !first.isWhole)) return 'certain';
  if (isProtocol && (first.program.opcodes > CONVINCING || imports(first.program))) return 'perhaps';
  return isNamed || isMeaningful(source, first) ? 'perhaps' : undefined;
}

type Tried = Omit<Program, 'alternatives'>;

interface Attempt {
  readonly program: Tried;
  /** the program ended by itself, not since enough of it was seen */
  readonly isWhole: boolean;
}

function attempt(source: ByteSource, start: number): Attempt {
  const near = Math.min(source.size, start + MAX_TRIED);
  const first = attemptUpTo(source, start, near);
  // A constant may be longer than that, so that what follows is not seen: it is stepped over.
  return near < source.size && isCut(first, near)
    ? attemptOf(attemptUpTo(source, start, source.size))
    : attemptOf(first);
}

/** A line that ends where it was cut is taken for a wrong one. */
const isCut = ({ ending, end }: Tried, near: number): boolean =>
  ending === 'end-of-data' || (end >= near && ending !== 'stop' && ending !== 'limit');

function attemptUpTo(source: ByteSource, start: number, limit: number): Tried {
  const budget = new Budget({ ...defaultLimits, steps: MAX_TRIED_OPCODES }, () => 0);
  return run(source, start, { limit, dialect: anyLoader, budget }).program;
}

const attemptOf = (program: Tried): Attempt => ({ program, isWhole: program.ending !== 'limit' });

/**
 * Prose begins like a pickle too, but does not get far: `N.` is None, and an initial. Lists of words import, as far as lines
 * tell: `ccopy`, `cgemm`; they do nothing with it.
 */
function isMeaningful(source: ByteSource, first: Attempt): boolean {
  let { program, isWhole } = first;
  for (let pickles = 1; pickles < MAX_PICKLES; pickles++) {
    const { ending, opcodes, end } = program;
    if (acts(program) || (ending === 'stop' && endsInHarm(program))) return true;
    if (ending !== 'stop') return !isWhole && (imports(program) || opcodes > 64);
    if (opcodes >= 6) return true;
    if (source.size - end <= 1) return opcodes > 3 || imports(program);
    ({ program, isWhole } = attempt(source, end));
  }
  return true;
}

function imports({ events }: Tried): boolean {
  return events.some((event) => event.kind === 'import' && isNamed(event.global));
}

/** Whether it does something with what it imports: no text comes to that, nor does chance. */
function acts({ events }: Tried): boolean {
  return events.some((event) => {
    switch (event.kind) {
      case 'call':
        return isNamed(event.call.target) && (event.call.opcode !== 'INST' || isKnown(event.call.target));
      case 'build':
      case 'set-item':
      case 'append':
      case 'add':
        return isNamed(event.target);
      default:
        return false;
    }
  });
}

/**
 * Whether it comes to its end with what it called, or named to harm: whatever follows is not read by a loader. No list of
 * words goes on with a full stop there and names such a thing.
 */
function endsInHarm({ events }: Tried): boolean {
  return events.some((event) => {
    if (event.kind === 'call') return isNamed(event.call.target);
    if (event.kind !== 'import' || !isNamed(event.global)) return false;
    const name = mappedName(event.global);
    return name !== undefined && gadgetOf(name.module, name.path)?.isOrdinary === false;
  });
}

function isNamed(value: Value): value is GlobalValue {
  return value.kind === 'global' && value.module !== undefined && isName(value.module, value.path);
}

/** `(i` and two words are soon written: what they say has to be something. */
function isKnown(value: Value): boolean {
  const name = value.kind === 'global' ? mappedName(value) : undefined;
  return name !== undefined && (gadgetOf(name.module, name.path) ?? entryOf(name)) !== undefined;
}

function isName(module: string, path: readonly string[]): boolean {
  return [...module.split('.'), ...path].every((word) => /^[\p{L}_][\p{L}\p{N}_]*$/u.test(word));
}
