// How Python is started: text of scripts, Dockerfiles, units, tables and pipelines to the commands that start it, the
// variables that it will read and the directories that it will import from. This layer never runs, expands or looks up
// anything, knows no rule, and reads no file: what a text does not say stays unknown.
export { describe, type Exposure, exposureOf, firstDirectory, isContainer, isShared } from './exposure.ts';
export { type FileKind, fileKindByStart, fileKindOf, isText } from './file-kind.ts';
export { type Place, placeNamed } from './place.ts';
export type { Program, PythonCommand } from './python-command.ts';
export { readStartFile } from './read.ts';
export { readShebang } from './shebang.ts';
export type { Hardening, StartFile, StartLine, VariableSetting } from './start-file.ts';
export { type Expansion, shown, type Word } from './word.ts';
