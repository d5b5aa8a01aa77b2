// Judges one pickle: what running it does, whether all loaders read the same, what it costs. What is not shown to be harmless
// is told; that nothing is told means that the file was proved to be harmless, by the list in docs/pickles.md.

import type { Draft } from '../artifact.ts';
import type { Inspection } from '../inspection.ts';
import { type ByteSource, memorySource, stretchOf } from '../source.ts';
import { entryOf } from './allowed/index.ts';
import { EventJudge } from './events.ts';
import { hex } from './expressions.ts';
import { Facts } from './facts.ts';
import { learn } from './learn.ts';
import { listProgram } from './listing.ts';
import type { Program, Value } from './program.ts';
import { judgeReading } from './reading.ts';
import { judgeSizes } from './sizes.ts';
import { bytesOf, latin1Of, textOf } from './text.ts';

/** Names and numbers that are decoded to be looked at. */
const MAX_TEXT = 64 * 1024;
/** Letters of a text that may be the code of something: the shortest pickle that does harm, in base64. */
const MIN_ENCODED = 24;

/** Tells the draft what is of concern about a program, whose offsets are those of `source`, and opens what lies in it. */
export function judgeProgram(program: Program, source: ByteSource, draft: Draft, inspection: Inspection): void {
  const facts = new Facts(program, inspection.budget, (value) => longText(value, source));
  learn(program.events, facts);
  openConstants(program, facts, source, draft, inspection);
  const events = new EventJudge(facts, draft, inspection.options.trusted ?? new Set());
  events.judge(program.events);
  judgeSizes(program, facts, draft, (value) => judgeUse(value, facts, draft));
  judgeReading(program, facts, draft, events.isHarmless);
  if (draft.hasListing) listProgram(program, facts, draft);
}

function longText(value: Value, source: ByteSource): string | undefined {
  if (value.kind === 'text') return textOf(value, source, MAX_TEXT);
  if (value.kind !== 'eight-bit') return undefined;
  const bytes = bytesOf(value, source, MAX_TEXT);
  return bytes === undefined ? undefined : latin1Of(bytes);
}

/** A function that the list only knows as harmless when it is called is handed to somebody who may call it otherwise. */
function judgeUse(value: Value, facts: Facts, draft: Draft): void {
  const parts = value.kind === 'call' ? (value.args.kind === 'tuple' ? value.args.items : []) : itemsOf(value);
  for (const part of parts) {
    const name = facts.nameOf(part);
    if (name === undefined || entryOf(name)?.isValue !== false) continue;
    const at = part.kind === 'global' || part.kind === 'call' ? part.offset : facts.program.start;
    draft.concern('pickle:handed-on', 'unknown', { start: at, end: at + 1 }, { name: name.full });
  }
}

function itemsOf(value: Value): readonly Value[] {
  switch (value.kind) {
    case 'list':
    case 'set':
    case 'frozenset':
    case 'tuple':
      return value.items;
    case 'dict':
      return value.entries;
    default:
      return [];
  }
}

/** Constants that hold something, whoever reads them: a pickle in a pickle runs when somebody loads it. */
function openConstants(program: Program, facts: Facts, source: ByteSource, draft: Draft, inspection: Inspection): void {
  for (const constant of program.constants) {
    inspection.budget.spend();
    if (constant.kind === 'text' && constant.size < MIN_ENCODED) continue;
    const name = `${constant.kind === 'text' ? 'text' : 'bytes'} @${hex(constant.offset)}`;
    const isEscaped = constant.kind === 'eight-bit' && constant.isEscaped;
    const bytes = isEscaped ? bytesOf(constant, source, MAX_TEXT) : undefined;
    const found =
      bytes === undefined
        ? inspection.open(
            draft,
            name,
            stretchOf(source, constant.offset, constant.offset + constant.size),
            constant.offset,
          )
        : inspection.open(draft, name, memorySource(bytes), undefined);
    if (found.length > 0) facts.setOpened(constant);
  }
  openEncoded(program, facts, source, draft, inspection);
}

/** `_codecs.encode(text, 'latin1')`: how pickles below protocol 3 write bytes. */
function openEncoded(program: Program, facts: Facts, source: ByteSource, draft: Draft, inspection: Inspection): void {
  for (const event of program.events) {
    if (event.kind !== 'call' || facts.nameOf(event.call.target)?.full !== '_codecs.encode') continue;
    const [text] = event.call.args.kind === 'tuple' ? event.call.args.items : [];
    if (text?.kind !== 'text' || text.size < 8) continue;
    const said = textOf(text, source, inspection.budget.room);
    if (said === undefined) continue;
    inspection.budget.make(said.length);
    inspection.budget.keep(said.length);
    const bytes = Uint8Array.from(said, (letter) => letter.charCodeAt(0));
    const found = inspection.open(draft, `bytes @${hex(text.offset)}`, memorySource(bytes), undefined);
    if (found.length > 0) facts.setOpened(event.call);
    inspection.budget.release(said.length);
  }
}
