// Arrays of NumPy, as `numpy.load` and `numpy.lib.format` read them: a header, which is a literal of Python, and behind it
// numbers, or one pickle where the elements are objects. Several may stand one behind the other.

import type { Draft } from '../artifact.ts';
import { latin1, startsWith, unsignedAt } from '../bytes.ts';
import type { Inspection, Reader } from '../inspection.ts';
import { type Literal, readLiteral } from '../python-literal.ts';
import { type ByteSource, stretchOf } from '../source.ts';
import { countOf, type DataType, dataTypeOfDescription } from './data-type.ts';

const magic = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];

/** `numpy.lib.format._MAX_HEADER_SIZE`: longer ones are refused unless pickles are allowed. */
const LONGEST_HEADER = 10_000;
/** Longer headers are not read here. */
const MAX_HEADER = 1024 * 1024;
/** What nobody has to fear when it is asked for and not there. */
const MAX_ALLOCATION = 1024n ** 3n;
/** Of what is declared, at least this part is there in files that were only cut short. */
const MOST_MISSING = 1000n;

export const numpyArray: Reader = {
  format: 'npy',
  sniff: (source) => (startsWith(source, magic) ? 'certain' : undefined),
  read(source, draft, inspection) {
    let at = 0;
    while (startsWith(source, magic, at)) {
      inspection.budget.spend();
      const end = readArray(source, at, draft, inspection);
      if (end === undefined || end <= at) return;
      at = end;
    }
  },
};

/** Where the array ends; undefined: not known, or what follows was looked at with it. */
function readArray(source: ByteSource, at: number, draft: Draft, inspection: Inspection): number | undefined {
  const [major = 0, minor = 0] = source.read(at + 6, at + 8);
  const lengthBytes = major === 1 ? 2 : 4;
  const length = unsignedAt(source, at + 8, lengthBytes);
  const from = at + 8 + lengthBytes;
  if (major < 1 || major > 3 || minor !== 0) {
    const version = `${major}.${minor}`;
    draft.concern('npy:header-unreadable', 'unknown', { start: at, end: at + 8 }, { why: `its version is ${version}` });
    return undefined;
  }
  if (length === undefined || from + length > source.size || length > MAX_HEADER) {
    const why = length !== undefined && from + length <= source.size ? `it has ${length} bytes` : 'it is cut short';
    draft.concern('npy:header-unreadable', 'unknown', { start: at, end: Math.min(from, source.size) }, { why });
    return undefined;
  }
  const end = from + length;
  const span = { start: from, end };
  draft.claim(at, end);
  if (length > LONGEST_HEADER) draft.concern('npy:header-long', 'unknown', span, { length });
  const bytes = source.read(from, end);
  const header = readLiteral(major === 3 ? new TextDecoder().decode(bytes) : latin1(bytes), inspection.budget);
  if (header.kind === 'none') {
    if (header.because === 'malformed') {
      draft.concern('npy:header-unreadable', 'unknown', span, { why: 'it is no literal of Python' });
    } else draft.concern(header.because === 'code' ? 'npy:header-code' : 'npy:header-deep', 'dangerous', span);
    openRest(source, end, draft, inspection);
    return undefined;
  }
  const field = (name: string): Literal | undefined =>
    header.kind === 'dict'
      ? header.entries.findLast(([key]) => key.kind === 'text' && key.value === name)?.[1]
      : undefined;
  const description = field('descr');
  const shape = field('shape');
  if (description === undefined || shape === undefined) {
    const why = `it does not say ${description === undefined ? 'what the elements are' : 'the shape'}`;
    draft.concern('npy:header-unreadable', 'unknown', span, { why });
    openRest(source, end, draft, inspection);
    return undefined;
  }
  const type = dataTypeOfDescription(description);
  draft.detail('elements', describe(description));
  draft.detail('shape', describe(shape));
  draft.line(() => `array of ${describe(description)}, shape ${describe(shape)}`);
  if (type.hasObject) {
    openRest(source, end, draft, inspection);
    return undefined;
  }
  return endOfNumbers(source, end, type, shape, span, draft, inspection);
}

function endOfNumbers(
  source: ByteSource,
  start: number,
  type: DataType,
  shape: Literal,
  header: { start: number; end: number },
  draft: Draft,
  inspection: Inspection,
): number | undefined {
  const count = countOf(shape);
  const declared = count === undefined || type.itemSize === undefined ? undefined : count * type.itemSize;
  const present = source.size - start;
  if (count === undefined || count >= 2n ** 63n || (declared !== undefined && declared >= 2n ** 63n)) {
    draft.concern('npy:shape-impossible', 'dangerous', header, { shape: describe(shape) });
    openRest(source, start, draft, inspection);
    return undefined;
  }
  if (declared === undefined) {
    draft.concern('npy:elements-unknown', 'unknown', header);
    openRest(source, start, draft, inspection);
    return undefined;
  }
  if (declared > BigInt(present)) {
    const isBomb = declared > MAX_ALLOCATION && declared > MOST_MISSING * BigInt(Math.max(present, 1));
    const parameters = { declared: declared.toLocaleString('en'), present };
    if (isBomb) draft.concern('npy:shape-exhausts-memory', 'dangerous', header, parameters);
    else draft.concern('npy:cut-short', 'unknown', header, parameters);
    draft.claim(start, source.size);
    return undefined;
  }
  const end = start + Number(declared);
  draft.claim(start, end);
  return end;
}

/** What follows is a pickle for loaders that allow it, whatever else it may look like. */
function openRest(source: ByteSource, start: number, draft: Draft, inspection: Inspection): void {
  if (start >= source.size) return;
  inspection.openAs('pickle', draft, 'array of objects', stretchOf(source, start, source.size), start);
  draft.claim(start, source.size);
}

/** As Python would write it, for people. */
function describe(value: Literal): string {
  const parts: string[] = [];
  write(value, parts);
  return parts.join('');
}

/** Literals are at most as deep as their reader allows, and so does this go. */
function write(value: Literal, parts: string[]): void {
  if (parts.length > 200) return;
  if (value.kind === 'text' || value.kind === 'bytes') parts.push(JSON.stringify(value.value));
  else if (value.kind === 'int' || value.kind === 'float') parts.push(String(value.value).slice(0, 40));
  else if (value.kind === 'constant') parts.push(value.value === null ? 'None' : value.value ? 'True' : 'False');
  else if (value.kind === 'dict') parts.push('{…}');
  else if ('items' in value) {
    const [open, close] = value.kind === 'tuple' ? ['(', ')'] : value.kind === 'list' ? ['[', ']'] : ['{', '}'];
    parts.push(open);
    value.items.forEach((item, at) => {
      if (at > 0) parts.push(', ');
      write(item, parts);
    });
    if (value.kind === 'tuple' && value.items.length === 1) parts.push(',');
    parts.push(close);
  }
}
