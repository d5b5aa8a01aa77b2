// A scan from paths to report: discover, read, analyse, collect. Everything that can be wrong with the input becomes
// part of the report; only what the user must put right, and heed's own mistakes, are thrown.

import type { Report } from '../core/index.ts';
import type { Rule } from '../rulekit/index.ts';
import type { Analysis } from './analyse.ts';
import { collect } from './collect.ts';
import { discover } from './discover.ts';
import type { Machine } from './machine.ts';
import type { ScanOptions } from './options.ts';
import { type Progress, silentProgress } from './progress.ts';
import { foldersAround } from './project-root.ts';
import { readFiles } from './read.ts';
import { analyseInThreads } from './threads.ts';
import { guessThreatModel } from './threat-model.ts';

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
  const discovery = discover(options.explain === undefined ? options : withProject(options, machine), machine);
  // A file that is named keeps the path by which it was named, whatever was found below its project.
  const line = options.explain?.line;
  const explained = line === undefined ? undefined : discovery.files.find(({ isNamed }) => isNamed);
  const explain = line === undefined || explained === undefined ? undefined : { path: explained.path, line };

  progress.start('read', countOf(discovery.files.length));
  const { files, problems: unread } = readFiles(discovery.files, options, machine);

  const threatModel = options.threatModel ?? guessThreatModel(files);
  const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0);
  const analysis = await analyseInThreads(files, rules, {
    target: options.target,
    threatModel,
    ...(explain === undefined ? {} : { explain }),
    onStep: (step) => progress.start(step, countOf(files.length), bytes),
  });

  progress.start('collect', `${analysis.findings.length.toLocaleString('en')} verdicts`);
  const judged = options.suppressions ? analysis : withoutSuppressions(analysis);
  const report = collect({
    ...judged,
    explanations: explain === undefined ? undefined : judged.explanations,
    files,
    problems: [...discovery.problems, ...unread, ...judged.problems],
    target: options.target,
    threatModel,
    version: options.version,
  });
  progress.finish();
  return report;
}

/** The line's file by the name that the user gave it, and all that it may import of its own project. */
function withProject(options: ScanOptions, machine: Machine): ScanOptions {
  const paths = options.paths.flatMap((path) => [path, ...foldersAround(path, machine)]);
  return { ...options, paths };
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
