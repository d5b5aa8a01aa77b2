// A scan from paths to report: discover, read, analyse, collect. Everything that can be wrong with the input becomes
// part of the report; only what the user must put right, and heed's own mistakes, are thrown.

import type { Report } from '../core/index.ts';
import type { Rule } from '../rulekit/index.ts';
import { acknowledge } from './acknowledge.ts';
import type { Analysis } from './analyse.ts';
import { analyseData, type DataAnalysis } from './analyse-data.ts';
import { collect } from './collect.ts';
import { type Discovery, discover } from './discover.ts';
import type { LineInQuestion } from './explain.ts';
import { startInspections } from './inspections.ts';
import type { Machine } from './machine.ts';
import type { ScanOptions } from './options.ts';
import { type Progress, silentProgress } from './progress.ts';
import { projectRootOf } from './project-root.ts';
import { readFiles } from './read.ts';
import { analyseStart } from './start-files.ts';
import { discoverAround } from './surroundings.ts';
import { analyseInThreads } from './threads.ts';
import { declaresScripts, guessThreatModel } from './threat-model.ts';

/**
 * Rules are handed in: `scan` knows none.
 */
export async function scan(
  options: ScanOptions,
  rules: readonly Rule[],
  machine: Machine,
  progress: Progress = silentProgress,
): Promise<Report> {
  progress.start('discover', options.paths.join(' '));
  const { files: discovered, problems: undiscovered, explain } = discoverFor(options, machine);

  progress.start('read', countOf(discovered.length));
  const { files, data, problems: unread } = readFiles(discovered, options, machine);

  const code = files.filter(({ startKind }) => startKind === undefined);
  const { model: threatModel, reason: threatModelReason } = threatModelOf(options, code, machine);
  const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0);
  const circumstances = {
    target: options.target,
    threatModel,
    sanitizers: options.sanitizers ?? [],
    modules: options.modules ?? [],
    ...(explain === undefined ? {} : { explain }),
  };
  const asked = explain === undefined ? data : data.filter(({ path }) => path === explain.path);
  const inspections = startInspections(asked, { trusted: new Set(options.trustedNames) }, machine);
  let analysed: Analysis;
  try {
    analysed = await analyseInThreads(code, rules, {
      ...circumstances,
      onStep: (step) => progress.start(step, countOf(files.length), bytes),
    });
    if (asked.length > 0) progress.start('inspect', countOf(asked.length));
    await inspections.found;
  } finally {
    inspections.stop();
  }
  const inspected = await inspections.found;
  const paths = new Set(files.map(({ path }) => path));
  const isCode = (path: string) => paths.has(path);
  const judgedData = analyseData(asked, inspected, rules, { target: options.target, isCode }, machine);
  const dataFindings = (path: string) => judgedData.findingsOfCode.get(path) ?? [];
  const analysis = joined(analysed, analyseStart(files, rules, { ...circumstances, dataFindings }), judgedData);

  progress.start('collect', `${analysis.findings.length.toLocaleString('en')} verdicts`);
  const all = [...paths, ...judgedData.files.map(({ path }) => path)];
  const judged = options.suppressions
    ? withAcknowledged(analysis, acknowledge(analysis.findings, all, rules, options, machine))
    : withoutSuppressions(analysis);
  const report = collect({
    ...judged,
    explanation: explain === undefined ? undefined : { ...explain, sites: judged.explanations ?? [] },
    files,
    data: judgedData.files,
    problems: [...undiscovered, ...unread, ...judged.problems],
    target: options.target,
    threatModel,
    threatModelReason,
    version: options.version,
  });
  progress.finish();
  return report;
}

function threatModelOf(options: ScanOptions, files: Parameters<typeof guessThreatModel>[0], machine: Machine) {
  if (options.threatModel !== undefined) return { model: options.threatModel, reason: 'configured' };
  return guessThreatModel(files, () => declaresScripts(projectRootOf(options.paths[0] ?? '.', machine), machine));
}

function joined(code: Analysis, start: Analysis, data: DataAnalysis): Analysis {
  return {
    ...code,
    findings: [...code.findings, ...start.findings, ...data.findings],
    problems: [...code.problems, ...start.problems, ...data.problems],
    explanations: [...(code.explanations ?? []), ...(start.explanations ?? [])],
    starts: start.starts,
  };
}

/** What a line is asked about needs the project around its file. */
function discoverFor(options: ScanOptions, machine: Machine): Discovery & { readonly explain?: LineInQuestion } {
  if (options.explain === undefined) return discover(options, machine);
  const { path, discovery } = discoverAround(options.explain.path, options, machine);
  return { ...discovery, explain: { path, line: options.explain.line } };
}

function withAcknowledged(analysis: Analysis, { findings, problems }: ReturnType<typeof acknowledge>): Analysis {
  return { ...analysis, findings, problems: [...analysis.problems, ...problems] };
}

/** For audits: comments count for nothing, so remarks about them count for nothing either. */
function withoutSuppressions(analysis: Analysis): Analysis {
  return {
    ...analysis,
    findings: analysis.findings.map((finding) => ({ ...finding, suppression: undefined })),
    problems: analysis.problems.filter(({ kind }) => kind !== 'suppression' && kind !== 'unused-suppression'),
  };
}

function countOf(files: number): string {
  return files === 1 ? '1 file' : `${files.toLocaleString('en')} files`;
}
