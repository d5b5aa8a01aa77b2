// Opens one data file up whole, for people who look into it: with listings, and beside each artifact what rules say of it.

import { type Artifact, type Concern, readers } from '../artifacts/index.ts';
import type { Finding, OpenedArtifact, OpenedConcern, OpenedFile, Problem } from '../core/index.ts';
import { isAboutData, type Rule, type Trigger } from '../rulekit/index.ts';
import { startInspections } from './inspections.ts';
import { verdictMaker } from './judge.ts';
import { judgeArtifacts } from './judge-data.ts';
import type { Machine } from './machine.ts';
import type { ScanOptions } from './options.ts';
import { readFiles } from './read.ts';

export async function openFile(
  path: string,
  options: ScanOptions,
  rules: readonly Rule[],
  machine: Machine,
): Promise<OpenedFile> {
  const { data } = readFiles([{ path, isNamed: true, code: undefined, isData: true }], options, machine);
  const settings = { hasListing: true, trusted: new Set(options.trustedNames) };
  const [found] = await startInspections(data, settings, machine).found;
  const { artifacts = [], size } = found ?? {};
  const problems: Problem[] = (found?.problems ?? []).map((each) => ({
    ...each,
    path,
    span: undefined,
    hidesCode: true,
  }));
  const role = data[0]?.role ?? 'app';
  const judged = judgeArtifacts({ path, role, target: options.target }, artifacts, rules, problems);
  return {
    path,
    size,
    artifacts: artifacts.map((artifact) => toOpened(artifact, judged, rules)),
    tried: readers.map(({ format }) => format),
    problems,
    findings: [...judged.values()].flat(),
  };
}

/** As deep as containers may lie in each other. */
function toOpened(
  artifact: Artifact,
  judged: ReadonlyMap<Artifact, readonly Finding[]>,
  rules: readonly Rule[],
): OpenedArtifact {
  const { format, name, place, size, details, names, concerns, listing, parts } = artifact;
  return {
    format,
    name,
    offset: place?.start,
    size,
    details,
    names,
    concerns: concerns.map((concern) => toOpenedConcern(concern, artifact, rules)),
    findings: judged.get(artifact) ?? [],
    listing,
    parts: parts.map((part) => toOpened(part, judged, rules)),
  };
}

function toOpenedConcern(concern: Concern, { format }: Artifact, rules: readonly Rule[]): OpenedConcern {
  const { kind, weight, span, parameters } = concern;
  const rule = rules.find(({ on }) =>
    ([on].flat() as readonly Trigger[]).some(
      (trigger) =>
        isAboutData(trigger) &&
        trigger.formats.includes(format) &&
        (trigger.concerns as readonly string[]).includes(kind),
    ),
  );
  const subject = { path: '', span, text: '' };
  const messageId = kind.slice(kind.indexOf(':') + 1);
  const text = rule === undefined ? undefined : verdictMaker(rule).open(subject, messageId, parameters).message;
  return { kind, weight, offset: span.start, length: span.end - span.start, parameters, text };
}
