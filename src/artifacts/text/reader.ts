// Text in which bytes are written: Base64 and its kin in JSON, YAML, TOML, INI, XML, CSV, notebooks, plain text. What is
// found is decoded and looked into like a file of its own; how it is written is told where it is clear that it is Base64.

import { Buffer } from 'node:buffer';
import type { Span } from '../../core/index.ts';
import type { Artifact, Draft } from '../artifact.ts';
import { Budget, defaultLimits, LimitReached } from '../budget.ts';
import type { Inspection, Reader } from '../inspection.ts';
import { type ByteSource, memorySource } from '../source.ts';
import { isBase64Digit } from './base64.ts';
import { encodingOf, isWritten } from './decode.ts';
import { narrowed } from './narrow.ts';
import { type Candidate, scanText } from './scanner.ts';

/** What is longer is read whatever it holds: looking at all of it twice would take long. */
const longestSniff = 64 * 1024 * 1024;

/** About a second. */
const mostSteps = 16 * 1024 * 1024;

export const text: Reader = {
  format: 'text',
  /** Only text that holds something: every configuration and every list would be an artifact else. */
  sniff(source, name) {
    const plain = isWritten(name) ? undefined : textSource(source);
    if (plain === undefined) return undefined;
    if (plain.bytes.size > longestSniff) return 'perhaps';
    let found = false;
    const visit = (): 'enough' => {
      found = true;
      return 'enough';
    };
    const budget = new Budget({ ...defaultLimits, steps: mostSteps }, () => 0);
    try {
      scanText(plain.bytes, visit, (steps) => budget.spend(steps));
    } catch (error) {
      // What takes long to tell claims to be something: it is read where the time for it is limited.
      if (!(error instanceof LimitReached)) throw error;
      found = true;
    }
    return found ? 'perhaps' : undefined;
  },
  read(source, draft, inspection) {
    draft.claim(0, source.size);
    const plain = textSource(source);
    if (plain === undefined) return;
    const visit = (candidate: Candidate): 'more' => {
      readCandidate(candidate, plain.scale, draft, inspection);
      return 'more';
    };
    scanText(plain.bytes, visit, (steps) => inspection.budget.spend(steps));
  },
};

function textSource(source: ByteSource): { readonly bytes: ByteSource; readonly scale: 1 | 2 } | undefined {
  const encoding = encodingOf(source);
  if (encoding === undefined) return undefined;
  return encoding === 'utf-8' ? { bytes: source, scale: 1 } : { bytes: narrowed(source, encoding), scale: 2 };
}

function readCandidate(candidate: Candidate, scale: number, draft: Draft, inspection: Inspection): void {
  const { content, encoding, bytes, declared } = candidate;
  const span: Span = { start: candidate.start * scale, end: candidate.end * scale };
  inspection.budget.make(bytes.length);
  judgeWriting(candidate, span, draft);
  draft.line(() => `${span.start}: ${encoding}, ${content?.what ?? declared ?? ''}, ${bytes.length} bytes`);
  if (content === undefined) {
    openKey(candidate, span, draft, inspection);
    return;
  }
  inspection.budget.member();
  inspection.budget.keep(bytes.length);
  const name = `${encoding} at ${span.start}`;
  const parts = inspection.open(draft, name, memorySource(bytes), undefined);
  inspection.budget.release(bytes.length);
  if (candidate.isCut) draft.concern('text:cut', 'unknown', span, { what: content.what, encoding });
  // Archives, and text in text, are judged as what they are.
  if (content.kind === 'data') return;
  const parameters = { what: content.what, encoding };
  if (parts.some(isDangerous)) draft.concern('text:hostile', 'dangerous', span, parameters);
  else if (content.kind === 'text') return;
  else if ((candidate.writing?.foreign ?? 0) > 0) draft.concern('text:disguised', 'dangerous', span, parameters);
  else draft.concern(`text:${content.kind}`, 'unknown', span, parameters);
}

/** A private key in a setting, as accounts of services have it: its block is read like one in a file of its own. */
function openKey({ declared, bytes, text }: Candidate, span: Span, draft: Draft, inspection: Inspection): void {
  const [, label] = /^PEM \((.*PRIVATE KEY)\)$/.exec(declared ?? '') ?? [];
  // What is encrypted the old way is no DER any more.
  if (label === undefined || (bytes[0] !== SEQUENCE && !label.startsWith('OPENSSH'))) return;
  inspection.budget.member();
  const block = [`-----BEGIN ${label}-----\n`, text, `\n-----END ${label}-----\n`].map((part) => Buffer.from(part));
  inspection.open(draft, `key at ${span.start}`, memorySource(Buffer.concat(block)), undefined);
}

const SEQUENCE = 0x30;

/** Only what decoders do not agree about: text without padding, or in lines, is as common as any. */
function judgeWriting({ writing, content, declared, text }: Candidate, span: Span, draft: Draft): void {
  if (writing === undefined) return;
  // "-----BEGIN CERTIFICATE-----<a very long string>", "data:image/png;base64,' + canvas.data": no Base64 at all
  if (content === undefined && !isWrittenOut(text)) return;
  const what = content?.what ?? declared ?? '';
  if (writing.foreign > 0) draft.concern('text:foreign', 'unknown', span, { what, count: writing.foreign });
  if (writing.hasMore) draft.concern('text:after-padding', 'unknown', span, { what });
  if (writing.hasStrayPadding) draft.concern('text:stray-padding', 'unknown', span, { what });
  if (writing.hasTrailingBits) draft.concern('text:trailing-bits', 'unknown', span, { what });
  if (writing.isMixed) draft.concern('text:mixed', 'unknown', span, { what });
}

/** Whether text begins with some digits in a row, or is nothing but digits. */
function isWrittenOut(text: Uint8Array): boolean {
  const other = text.findIndex((code) => !isBase64Digit(code) && code > 0x20);
  return other < 0 || other >= 16 || text[other] === 0x3d;
}

/** Artifacts lie at most as deep as the budget allows. */
function isDangerous({ concerns, parts }: Artifact): boolean {
  return concerns.some(({ weight }) => weight === 'dangerous') || parts.some(isDangerous);
}
