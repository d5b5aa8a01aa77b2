// A pickle opcode by opcode, in the notation of the listings of tests, with what each of them does: for people who look into a
// verdict, or write such a listing.

import { Budget, defaultLimits, type Limits } from '../budget.ts';
import { type ByteSource, memorySource } from '../source.ts';
import { anyLoader } from './dialect.ts';
import { newlineIn } from './input.ts';
import { load } from './loaders.ts';
import { opcodeByCode } from './opcodes.ts';
import type { Event, Program, Value } from './program.ts';
import { decodeUtf8, latin1Of } from './text.ts';

/** Letters of an argument. */
const MAX_SHOWN = 80;

/** The pickles of a file that lie behind one another; nothing for what is none. */
export function describePickle(bytes: Uint8Array, now: () => number, limits: Limits = defaultLimits): string {
  const source = memorySource(bytes);
  const budget = new Budget(limits, now);
  const lines: string[] = [];
  for (let start = 0; start < source.size; ) {
    const { program, next, limit } = load(source, start, { limit: source.size, budget });
    lines.push(...describeProgram(program, source));
    if (limit !== undefined || program.ending !== 'stop') break;
    start = next;
  }
  return lines.join('\n');
}

function describeProgram(program: Program, source: ByteSource): readonly string[] {
  const notes = new Map<number, string[]>();
  const note = (offset: number, text: string) => {
    const there = notes.get(offset);
    if (there === undefined) notes.set(offset, [text]);
    else there.push(text);
  };
  for (const event of program.events) note(event.offset, eventText(event));
  for (const { offset, kind, text } of program.oddities) note(offset, `${kind}: ${text}`);
  const lines: string[] = [];
  for (let at = program.start; at < program.end; ) {
    const { text, end } = describeOpcode(source, at);
    lines.push(`${String(at).padStart(8)}  ${text}`);
    for (const each of notes.get(at) ?? []) lines.push(`          # ${each}`);
    at = end;
  }
  lines.push(`          # ${program.ending}${program.why === '' ? '' : `: ${program.why}`}`);
  for (const { program: other, relation, firstDifference } of program.alternatives) {
    const event = other.events[firstDifference];
    const does = event === undefined ? other.why : eventText(event);
    lines.push(`          # ${anyLoader.words} and ${other.dialect}: ${relation}${does === '' ? '' : `, ${does}`}`);
  }
  return lines;
}

function describeOpcode(source: ByteSource, at: number): { text: string; end: number } {
  const [code = 0] = source.read(at, at + 1);
  const opcode = opcodeByCode[code];
  const behind = at + 1;
  if (opcode === undefined) return { text: `hex ${code.toString(16).padStart(2, '0')}`, end: behind };
  const { name, argument } = opcode;
  const view = viewOf(source.read(behind, behind + 8));
  switch (argument) {
    case 'none':
      return { text: name, end: behind };
    case 'u1':
      return { text: `${name} ${view.getUint8(0)}`, end: behind + 1 };
    case 'u2':
      return { text: `${name} ${view.getUint16(0, true)}`, end: behind + 2 };
    case 'i4':
      return { text: `${name} ${view.getInt32(0, true)}`, end: behind + 4 };
    case 'u4':
      return { text: `${name} ${view.getUint32(0, true)}`, end: behind + 4 };
    case 'u8':
      return { text: `${name} ${view.getBigUint64(0, true)}`, end: behind + 8 };
    case 'float':
      return { text: `${name} ${view.getFloat64(0)}`, end: behind + 8 };
    case 'line': {
      const end = lineEnd(source, behind);
      return { text: `${name} ${lineText(source, behind, end)}`, end: end + 1 };
    }
    case 'two-lines': {
      const middle = lineEnd(source, behind);
      const end = lineEnd(source, middle + 1);
      return { text: `${name} ${lineText(source, behind, middle)} ${lineText(source, middle + 1, end)}`, end: end + 1 };
    }
    default: {
      const width = { 'sized-1': 1, 'sized-4': 4, 'sized-8': 8 }[argument];
      const size =
        width === 1 ? view.getUint8(0) : width === 4 ? view.getUint32(0, true) : Number(view.getBigUint64(0, true));
      const start = behind + width;
      return { text: `${name} ${content(source, start, start + size)}`, end: start + size };
    }
  }
}

/** Of eight bytes; those that are not there are zero. */
function viewOf(bytes: Uint8Array): DataView {
  const copy = new Uint8Array(8);
  copy.set(bytes.subarray(0, 8));
  return new DataView(copy.buffer);
}

function lineEnd(source: ByteSource, from: number): number {
  const found = newlineIn(source, from, source.size);
  return found < 0 ? source.size : found;
}

/** As it stands, when that is one word; as a JSON string otherwise. */
function lineText(source: ByteSource, start: number, end: number): string {
  const text = latin1Of(source.read(start, Math.min(end, start + MAX_SHOWN)));
  return /^[!#-~]+$/.test(text) ? text : JSON.stringify(text);
}

function content(source: ByteSource, start: number, end: number): string {
  const bytes = source.read(start, Math.min(end, start + MAX_SHOWN));
  const text = decodeUtf8(bytes, true) ?? latin1Of(bytes);
  const shown = JSON.stringify(text);
  return end - start > MAX_SHOWN ? `${shown} … ${end - start} bytes` : shown;
}

function eventText(event: Event): string {
  switch (event.kind) {
    case 'import':
      return `import ${valueText(event.global)}`;
    case 'call':
      return `call ${valueText(event.call.target)} with ${valueText(event.call.args)}`;
    case 'extension':
      return `extension ${event.extension.code}`;
    case 'persistent':
      return `persistent ${valueText(event.persistent.id)}`;
    case 'build':
      return `build ${valueText(event.target)} with ${valueText(event.state)}`;
    case 'set-item':
      return `set-item ${valueText(event.target)}[${valueText(event.key)}] = ${valueText(event.value)}`;
    case 'append':
      return `append ${event.items.length} to ${valueText(event.target)}`;
    case 'add':
      return `add ${valueText(event.item)} to ${valueText(event.target)}`;
    case 'hash':
      return `hash ${valueText(event.key)}`;
    case 'discard':
      return `discard ${valueText(event.call)}`;
    default:
      return `${event.kind} ${valueText(event.target)}`;
  }
}

/** Short: containers only say how much is in them. */
function valueText(value: Value): string {
  switch (value.kind) {
    case 'none':
      return 'None';
    case 'bool':
      return value.value ? 'True' : 'False';
    case 'int':
    case 'float':
      return String(value.value ?? `a number of ${value.kind === 'int' ? value.size : 0} bytes`);
    case 'text':
      return value.text === undefined ? `text of ${value.size} bytes` : JSON.stringify(value.text);
    case 'eight-bit':
      return value.latin1 === undefined ? `8-bit string of ${value.size} bytes` : JSON.stringify(value.latin1);
    case 'bytes':
    case 'bytearray':
      return `${value.kind} of ${value.size}`;
    case 'tuple':
    case 'list':
    case 'set':
    case 'frozenset':
      return `${value.kind} of ${value.items.length}`;
    case 'dict':
      return `dict of ${value.entries.length / 2}`;
    case 'global':
      return `${value.module ?? '?'} ${value.name ?? '?'}`;
    case 'call':
      return `the result at ${value.offset}`;
    default:
      return `${value.kind} at ${value.offset}`;
  }
}
