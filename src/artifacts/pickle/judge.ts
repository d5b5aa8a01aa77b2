// Judges one pickle: what running it does, whether all loaders read the same, what it costs. What is not shown to be harmless
// is told; that nothing is told means that the file was proved to be harmless, by the list in docs/pickles.md.

import type { Draft } from '../artifact.ts';
import type { Inspection } from '../inspection.ts';
import type { ByteSource } from '../source.ts';
import { entryOf } from './allowed/index.ts';
import { EventJudge } from './events.ts';
import { Facts } from './facts.ts';
import { learn } from './learn.ts';
import { listProgram } from './listing.ts';
import { openConstants } from './nested.ts';
import type { Program, Value } from './program.ts';
import { judgeReading } from './reading.ts';
import { judgeSizes } from './sizes.ts';
import { bytesOf, latin1Of, textOf } from './text.ts';

/** Names and numbers that are decoded to be looked at. */
const MAX_TEXT = 64 * 1024;

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
