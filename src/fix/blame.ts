// What became of a batch: which findings are gone, whether anything new is reported, and whose doing that is. A fix that
// left its finding in place, or brought a new one, was a bad one.

import type { Edit, Finding, Problem, Report, Span } from '../core/index.ts';
import { moved } from '../python/edits/index.ts';
import { type Candidate, editsOf } from './batch.ts';

export interface Blamed {
  readonly candidate: Candidate;
  /** for people */
  readonly why: string;
}

type Judged = Pick<Report, 'findings' | 'problems'>;

/** The candidates that must not be made; empty when all is well. */
export function blame(before: Judged, after: Judged, batch: readonly Candidate[]): readonly Blamed[] {
  const edits = editsOf(batch);
  const blamed = new Map<Candidate, string>();
  const accuse = (candidate: Candidate, why: string) => {
    if (!blamed.has(candidate)) blamed.set(candidate, why);
  };
  for (const problem of newProblems(before, after, edits)) {
    for (const each of nearest(batch, edits, problem.path, problem.span)) {
      accuse(each, `the file could not be read afterwards: ${problem.message}`);
    }
  }
  const found = matches(before, after, batch, edits);
  for (const [candidate, finding] of found.kept) accuse(candidate, `it would still be reported: ${finding.message}`);
  for (const finding of found.added) {
    for (const each of nearest(batch, edits, finding.path, finding.site)) {
      const isSame = finding.ruleId === each.finding.ruleId;
      const what = isSame ? 'it would still be reported' : `it would give rise to ${finding.ruleId}`;
      accuse(each, `${what}: ${finding.message}`);
    }
  }
  return [...blamed].map(([candidate, why]) => ({ candidate, why }));
}

type EditsByPath = ReadonlyMap<string, readonly Edit[]>;

interface Matched {
  /** findings that their fix did not remove */
  readonly kept: readonly (readonly [Candidate, Finding])[];
  /** findings that were not there before */
  readonly added: readonly Finding[];
}

const ranks = { pass: 0, open: 1, fail: 2 } as const;

function matches(before: Judged, after: Judged, batch: readonly Candidate[], edits: EditsByPath): Matched {
  const sites = sitesAfter(before.findings, edits);
  const candidateOf = new Map(batch.map((candidate) => [candidate.finding, candidate]));
  const kept: [Candidate, Finding][] = [];
  const added: Finding[] = [];
  for (const now of after.findings) {
    const known = sites(now);
    const same = known.filter((then) => then.ruleId === now.ruleId);
    const mended = same.map((then) => candidateOf.get(then)).find((candidate) => candidate !== undefined);
    if (mended !== undefined && isSameWord(mended.finding, now)) {
      kept.push([mended, now]);
      continue;
    }
    if (now.verdict === 'pass') continue;
    const isKnown =
      same.some((then) => ranks[then.verdict] >= ranks[now.verdict]) ||
      // what another rule said of the same site was not shown beside the graver word
      known.some(({ also }) => also.includes(now.ruleId));
    if (!isKnown) added.push(now);
  }
  return { kept, added };
}

/**
 * Says the same as before: of a failure or question, that the consideration is still not heeded; of a pass, the same
 * evidence. A rule says the gravest of what it has to say: with that gone, another consideration may come to light.
 */
function isSameWord(then: Finding, now: Finding): boolean {
  if (then.verdict === 'pass') return now.verdict === 'pass' && now.message === then.message;
  return now.verdict !== 'pass' && now.code === then.code;
}

/**
 * The findings about the site of another one, in the text after the edits. A site is where it was, moved by the edits;
 * inside of new text, anything may be what stood there before.
 */
function sitesAfter(findings: readonly Finding[], edits: EditsByPath): (now: Finding) => readonly Finding[] {
  const bySite = new Map<string, Finding[]>();
  const replaced = new Map<string, { readonly then: Finding; readonly site: Span }[]>();
  const add = <Value>(map: Map<string, Value[]>, key: string, value: Value) => {
    const known = map.get(key);
    if (known === undefined) map.set(key, [value]);
    else known.push(value);
  };
  for (const then of findings) {
    const own = edits.get(then.path) ?? [];
    const site = { start: moved(own, then.site.start, 'start'), end: moved(own, then.site.end, 'end') };
    add(bySite, keyOf(then.path, site), then);
    const isReplaced = own.some(({ start, end }) => start <= then.site.start && then.site.end <= end && start < end);
    if (isReplaced) add(replaced, then.path, { then, site });
  }
  return (now) => {
    const same = bySite.get(keyOf(now.path, now.site)) ?? [];
    const around = (replaced.get(now.path) ?? [])
      .filter(({ then, site }) => !same.includes(then) && site.start <= now.site.start && now.site.end <= site.end)
      .map(({ then }) => then);
    return [...same, ...around];
  };
}

const keyOf = (path: string, { start, end }: Span): string => `${path} ${start} ${end}`;

function newProblems(before: Judged, after: Judged, edits: EditsByPath): readonly Problem[] {
  const isBad = ({ kind, path }: Problem) => (kind === 'syntax' || kind === 'encoding') && edits.has(path);
  const known = new Set(before.problems.filter(isBad).map(({ path, message }) => `${path} ${message}`));
  return after.problems.filter((problem) => isBad(problem) && !known.has(`${problem.path} ${problem.message}`));
}

/** The candidates next to a place: in its file, the nearest one; all of the batch where the file has none. */
function nearest(
  batch: readonly Candidate[],
  edits: EditsByPath,
  path: string,
  place: Span | undefined,
): readonly Candidate[] {
  const here = batch.filter(({ finding }) => finding.path === path);
  if (here.length === 0) return batch;
  if (place === undefined) return here;
  const own = edits.get(path) ?? [];
  const distance = ({ finding, fix }: Candidate): number => {
    const starts = [finding.site.start, ...fix.edits.filter((edit) => !edit.isShared).map(({ start }) => start)];
    const ends = [finding.site.end, ...fix.edits.filter((edit) => !edit.isShared).map(({ end }) => end)];
    const start = moved(own, Math.min(...starts), 'start');
    const end = moved(own, Math.max(...ends), 'end');
    return Math.max(0, place.start - end, start - place.end);
  };
  const least = Math.min(...here.map(distance));
  return here.filter((each) => distance(each) === least);
}
