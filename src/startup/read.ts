// One file of a kind to what it says of starting Python.

import { readCompose } from './compose.ts';
import { readCrontab } from './crontab.ts';
import { readDockerfile } from './dockerfile.ts';
import { Excerpt } from './excerpt.ts';
import type { FileKind } from './file-kind.ts';
import {
  readStartFile as readEntryPoints,
  readEnvironmentFile,
  readInterpreterPathFile,
  readPathFile,
} from './path-files.ts';
import { readAction, readPipeline, readWorkflow } from './pipelines.ts';
import type { Starter } from './python-command.ts';
import { readMakefile, readProcfile, readProjectTasks, readShellFile, readToxFile } from './shell-file.ts';
import { type Draft, emptyDraft, type StartFile } from './start-file.ts';
import { readSudoers } from './sudoers.ts';
import { readUnit } from './unit.ts';
import { readYaml, type YamlNode } from './yaml-tree.ts';

type Reader = (draft: Draft, source: Excerpt) => void;

const script =
  (starter: Starter, user?: string): Reader =>
  (draft, source) =>
    readShellFile(draft, source, { starter, user });

const documents =
  (read: (draft: Draft, root: YamlNode) => void): Reader =>
  (draft, source) => {
    const { documents: roots, problem } = readYaml(source.text);
    if (problem !== undefined) draft.problems.push({ span: { start: 0, end: 0 }, message: problem });
    for (const root of roots) read(draft, root);
  };

const readers: Readonly<Record<FileKind, Reader>> = {
  shell: script('shell'),
  'package-script': script('package-script', 'root'),
  'init-script': script('service', 'root'),
  dockerfile: readDockerfile,
  compose: documents(readCompose),
  unit: readUnit,
  crontab: (draft, source) => readCrontab(draft, source, undefined),
  'system-crontab': (draft, source) => readCrontab(draft, source, true),
  sudoers: readSudoers,
  workflow: documents(readWorkflow),
  action: documents(readAction),
  pipeline: documents(readPipeline),
  makefile: readMakefile,
  tox: readToxFile,
  procfile: readProcfile,
  'project-tasks': readProjectTasks,
  'path-file': readPathFile,
  'start-file': readEntryPoints,
  'interpreter-path-file': readInterpreterPathFile,
  'environment-file': readEnvironmentFile,
};

/** Kinds that are about Python without mentioning it. */
const always: ReadonlySet<FileKind> = new Set<FileKind>([
  'path-file',
  'start-file',
  'interpreter-path-file',
  'environment-file',
]);
/** What any other file mentions that says something of Python. */
const mention = /py(?:thon|py)|\bpy\b|SSLKEYLOGFILE/i;

/** `text` is the file's bytes as Latin-1. */
export function readStartFile(kind: FileKind, text: string): StartFile {
  const draft = emptyDraft();
  if (always.has(kind) || mention.test(text)) readers[kind](draft, Excerpt.of(text));
  return { kind, ...draft };
}
