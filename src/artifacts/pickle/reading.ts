// Judges how a pickle can be read: whether it is whole, whether all loaders make the same of it, and whether it is written
// as pickles are.

import type { Draft, Weight } from '../artifact.ts';
import { expressionOf } from './expressions.ts';
import type { Facts } from './facts.ts';
import type { Event, OddityKind, Program } from './program.ts';

/** Those that frames are for, whose bounds no writer crosses. */
const frameTricks: ReadonlySet<OddityKind> = new Set([
  'frame-crossed',
  'frame-in-frame',
  'frame-too-long',
  'frame-left-over',
]);

/** What is told by others: as computed names, as memory, as extensions. */
const elsewhere: ReadonlySet<OddityKind> = new Set([
  'computed-name',
  'extension',
  'huge-memo-index',
  'length-too-long',
]);

const messageOf: Readonly<Partial<Record<OddityKind, string>>> = {
  'odd-number': 'odd-number',
  'undecodable-text': 'text-encoding',
  'eight-bit-text': 'text-encoding',
  'outside-buffer': 'outside-buffer',
};

export function judgeReading(program: Program, facts: Facts, draft: Draft, isHarmless: boolean): void {
  for (const { program: other, relation, firstDifference } of program.alternatives) {
    if (relation === 'same' || relation === 'less') continue;
    const event = other.events[firstDifference] ?? program.events[firstDifference];
    const start = event?.offset ?? program.start;
    draft.concern(
      'pickle:reads-differently',
      'dangerous',
      { start, end: start + 1 },
      {
        loader: other.dialect,
        does: event === undefined ? 'something else' : doesText(event, facts),
      },
    );
  }
  judgeEnding(program, draft, isHarmless);
  judgeOddities(program, draft);
  if (program.ending === 'stop' && program.leftMarks + program.leftValues > 0) {
    draft.concern(
      'pickle:leaves-values',
      'unknown',
      { start: program.end - 1, end: program.end },
      {
        count: program.leftMarks + program.leftValues,
      },
    );
  }
}

/** What ran before an error has happened: an error is no way to be harmless. */
function judgeEnding(program: Program, draft: Draft, isHarmless: boolean): void {
  if (program.ending === 'stop' || program.ending === 'limit') return;
  const span = { start: program.end, end: program.end + 1 };
  // Downloads break off anywhere, and what is only imported has not been called.
  const mayHappen = program.ending === 'end-of-data' || !program.events.some(({ kind }) => kind === 'call');
  if (!isHarmless && (!mayHappen || draft.isDangerous))
    draft.concern('pickle:breaks-after-calls', 'dangerous', span, { why: program.why });
  else draft.concern('pickle:broken', 'unknown', span, { why: program.why });
}

function judgeOddities(program: Program, draft: Draft): void {
  for (const { kind, offset, text } of program.oddities) {
    if (elsewhere.has(kind)) continue;
    const span = { start: offset, end: offset + 1 };
    if (frameTricks.has(kind)) {
      // A frame that is longer than the file is what a download that broke off leaves.
      const weight: Weight = kind === 'frame-too-long' && program.ending !== 'stop' ? 'unknown' : 'dangerous';
      draft.concern('pickle:frame-trick', weight, span, { text });
    } else {
      draft.concern(`pickle:${messageOf[kind] ?? 'odd-writing'}`, 'unknown', span, { text });
    }
  }
}

function doesText(event: Event, facts: Facts): string {
  switch (event.kind) {
    case 'import':
      return `imports ${expressionOf(event.global, facts)}`;
    case 'call':
      return `calls ${expressionOf(event.call.target, facts)}`;
    default:
      return `does something else (${event.kind})`;
  }
}
