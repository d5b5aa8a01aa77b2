// Fixes made in rounds: a batch of edits is made in memory, everything is judged again, and only what is proved good by
// that is kept. Nothing is written here.

import { type Edit, type Finding, LineIndex, type Report } from '../core/index.ts';
import { applyEdits, inEncodingOf, moved, textOfFile } from '../python/edits/index.ts';
import type { Rule } from '../rulekit/index.ts';
import { type Machine, type Progress, type ScanOptions, scan } from '../scan/index.ts';
import { type Candidate, editsOf, nextBatch } from './batch.ts';
import { type Blamed, blame } from './blame.ts';
import { asFirstRead, type ChangedFiles, withChangedStdin, withChanges } from './changed-files.ts';

export interface FixRequest {
  readonly scan: ScanOptions;
  readonly rules: readonly Rule[];
  readonly machine: Machine;
  readonly progress?: Progress;
  /** Whether the fix of a finding is to be made; asked of findings that have one and that no comment acknowledges. */
  isWanted(finding: Finding): boolean;
}

export interface FixOutcome {
  readonly before: Report;
  readonly after: Report;
  readonly fixed: readonly Fixed[];
  /** fixes that were wanted, tried and not kept, with where their finding is in `after` */
  readonly dropped: readonly Dropped[];
  readonly files: readonly ChangedFile[];
}

export interface Fixed {
  readonly finding: Finding;
  readonly title: string;
  /** line of the finding, from 1, in the text that was fixed */
  readonly line: number;
}

export interface Dropped {
  readonly path: string;
  readonly ruleId: string;
  /** of the finding's site, in the text after all fixes */
  readonly start: number;
  /** from 1, in the text that was to be fixed */
  readonly line: number;
  readonly title: string;
  /** for people */
  readonly why: string;
}

/** `isFinal`: it was tried by itself, on the file as it is now. */
type Tried = Dropped & { readonly isFinal: boolean };

export interface ChangedFile {
  readonly path: string;
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

/** Each round mends or drops something; more are needed only where fixes give rise to fixes without end. */
const MAX_ROUNDS = 200;

export async function fixProject(request: FixRequest): Promise<FixOutcome> {
  const { rules } = request;
  const machine = asFirstRead(request.machine);
  const judge = (changed: ChangedFiles, progress?: Progress) =>
    scan(
      { ...withChangedStdin(request.scan, changed), isWithoutData: true },
      rules,
      withChanges(machine, changed),
      progress,
    );
  const originalOf = (path: string): Uint8Array =>
    request.scan.stdin?.path === path ? request.scan.stdin.bytes : machine.readFile(path);

  const before = await judge(new Map(), request.progress);
  let state: State = { report: before, changed: new Map() };
  const fixed: Fixed[] = [];
  let dropped: readonly Tried[] = [];
  for (let round = 0; round < MAX_ROUNDS; round++) {
    // 1. what has not been tried yet; then, each by itself, what was dropped beside others or before its file changed
    const candidates = candidatesOf(state.report, request);
    const fresh = candidates.filter(({ finding }) => !dropped.some((each) => isAbout(each, finding)));
    const again = candidates.find(({ finding }) => dropped.some((each) => !each.isFinal && isAbout(each, finding)));
    const batch = fresh.length > 0 || again === undefined ? nextBatch(fresh) : [again];
    if (batch.length === 0) break;

    // 2. make them, and judge
    const { made, bad, next, edits } = await attempt(batch, state, judge, originalOf);

    // 3. keep what is good, remember what is not
    fixed.push(...made.map((candidate) => fixedAs(candidate, state.report)));
    const others = dropped.filter((each) => !batch.some(({ finding }) => isAbout(each, finding)));
    const mine = bad.map((blamed) => ({ ...droppedAs(blamed, state.report), isFinal: batch.length === 1 }));
    dropped = [...others, ...mine].map((each) => ({
      ...each,
      start: moved(edits.get(each.path) ?? [], each.start, 'start'),
      isFinal: each.isFinal && !edits.has(each.path),
    }));
    state = next;
  }
  const files = [...state.changed].map(([path, after]) => ({ path, before: originalOf(path), after }));
  return { before, after: state.report, fixed, dropped, files };
}

interface State {
  readonly report: Report;
  readonly changed: ChangedFiles;
}

interface Attempt {
  readonly made: readonly Candidate[];
  readonly bad: readonly Blamed[];
  readonly next: State;
  /** of what was made */
  readonly edits: ReadonlyMap<string, readonly Edit[]>;
}

/** Makes a batch without those that turn out bad. */
async function attempt(
  batch: readonly Candidate[],
  state: State,
  judge: (changed: ChangedFiles) => Promise<Report>,
  originalOf: (path: string) => Uint8Array,
): Promise<Attempt> {
  const bad: Blamed[] = [];
  let made = batch;
  while (made.length > 0) {
    const edits = editsOf(made);
    const { files, unwritable } = withEdits(state.changed, edits, originalOf);
    const report = unwritable === undefined ? await judge(files) : undefined;
    const blamed =
      report === undefined
        ? made
            .filter(({ finding }) => finding.path === unwritable)
            .map((candidate) => ({ candidate, why: 'the result cannot be written in the encoding of the file' }))
        : blame(state.report, report, made);
    if (blamed.length === 0) return { made, bad, next: { report: report as Report, changed: files }, edits };
    bad.push(...blamed);
    made = made.filter((candidate) => !blamed.some((each) => each.candidate === candidate));
  }
  return { made, bad, next: state, edits: new Map() };
}

/** Whether a finding is one whose fix was tried and not kept. */
export function isAbout({ path, ruleId, start }: Dropped, finding: Finding): boolean {
  return finding.path === path && finding.ruleId === ruleId && finding.site.start === start;
}

function candidatesOf({ findings }: Report, { isWanted }: FixRequest): readonly Candidate[] {
  return findings.flatMap((finding) => {
    const { fix, suppression } = finding;
    if (fix === undefined || fix.edits.length === 0 || fix.class === 'advice' || suppression !== undefined) return [];
    return isWanted(finding) ? [{ finding, fix }] : [];
  });
}

function withEdits(
  changed: ChangedFiles,
  edits: ReadonlyMap<string, readonly Edit[]>,
  originalOf: (path: string) => Uint8Array,
): { readonly files: ChangedFiles; readonly unwritable: string | undefined } {
  const files = new Map(changed);
  for (const [path, own] of edits) {
    const bytes = changed.get(path) ?? originalOf(path);
    const written = inEncodingOf(bytes, applyEdits(textOfFile(bytes), own));
    if (written === undefined) return { files, unwritable: path };
    files.set(path, written);
  }
  return { files, unwritable: undefined };
}

function droppedAs({ candidate: { finding, fix }, why }: Blamed, report: Report): Dropped {
  const { path, ruleId, site } = finding;
  return { path, ruleId, start: site.start, line: lineOf(finding, report), title: fix.title, why };
}

function fixedAs({ finding, fix }: Candidate, report: Report): Fixed {
  return { finding, title: fix.title, line: lineOf(finding, report) };
}

function lineOf({ path, span }: Finding, { files }: Report): number {
  return new LineIndex(files.get(path)?.bytes ?? new Uint8Array()).lineOf(span.start);
}
