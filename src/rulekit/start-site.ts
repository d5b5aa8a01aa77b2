// What rules see of how Python is started: commands, variables, lines of files that Python reads when it starts, and files
// of the project that take the place of modules.

import type { Evidence, FileRole, Span } from '../core/index.ts';
import {
  type Exposure,
  exposureOf,
  firstDirectory,
  type Hardening,
  isContainer,
  type Place,
  type Program,
  type PythonCommand,
  type StartFile,
  type StartLine,
  shown,
  type VariableSetting,
  type Word,
} from '../startup/index.ts';
import { shorten } from './excerpt.ts';
import type { Subject } from './site.ts';
import type { Target } from './target.ts';

/** Where a site stands. */
export interface StartContext {
  readonly path: string;
  readonly role: FileRole;
  readonly target: Target;
  readonly file: StartFile;
  /** names of other files in the same folder, where they matter to Python */
  readonly beside: readonly string[];
  /** canonical names and concepts that the calls in a piece of Python stand for */
  callsIn(code: string): readonly string[];
  /** source text of the file */
  textOf(span: Span): string;
}

abstract class StartSite implements Subject {
  readonly span: Span;
  protected readonly context: StartContext;

  /** Steps of a proof that came up while a rule looked at it. */
  readonly notes: Evidence[] = [];

  constructor(context: StartContext, span: Span) {
    this.context = context;
    this.span = span;
  }

  protected noted(exposure: Exposure | undefined): Exposure | undefined {
    const span = exposure?.span;
    if (span !== undefined && this.notes.length === 0) {
      this.notes.push({ path: this.path, span, text: `opened to others here: ${shorten(this.context.textOf(span))}` });
    }
    return exposure;
  }

  get path(): string {
    return this.context.path;
  }

  get text(): string {
    return shorten(this.context.textOf(this.span));
  }

  get role(): FileRole {
    return this.context.role;
  }

  get target(): Target {
    return this.context.target;
  }

  /** `dockerfile`, `unit`, `shell` … */
  get fileKind(): StartFile['kind'] {
    return this.context.file.kind;
  }

  /** A place in the file to point at. */
  at(span: Span): Subject {
    return { path: this.path, span, text: shorten(this.context.textOf(span)) };
  }
}

/** A command line that starts Python. */
export class CommandSite extends StartSite {
  readonly kind = 'python-command';
  readonly #command: PythonCommand;

  constructor(context: StartContext, command: PythonCommand) {
    super(context, command.span);
    this.#command = command;
  }

  get starter(): PythonCommand['starter'] {
    return this.#command.starter;
  }

  /** Who it runs as, as far as the file tells. */
  get user(): string | undefined {
    return this.#command.user;
  }

  get isSudo(): boolean {
    return this.#command.isSudo;
  }

  get program(): Program {
    return this.#command.program;
  }

  /** The module that `-m` names. */
  get module(): string | undefined {
    return this.program.kind === 'module' ? this.program.name : undefined;
  }

  /** As people say it: `python -m app`, `python /srv/app.py`. */
  get title(): string {
    const { program } = this;
    if (program.kind === 'module') return `python -m ${shown(program.word)}`;
    if (program.kind === 'code') return 'python -c';
    if (program.kind === 'script') return `python ${shown(program.word)}`;
    return 'python';
  }

  /** Words behind the program. */
  get words(): readonly Word[] {
    return this.#command.arguments;
  }

  /** The value of an option behind the program: `--bind ADDRESS`, `--bind=ADDRESS`, `-b ADDRESS`. */
  option(...names: readonly string[]): Word | undefined {
    const { words } = this;
    for (const [at, { text }] of words.entries()) {
      if (text === undefined) continue;
      if (names.includes(text)) return words[at + 1];
      const equals = text.indexOf('=');
      if (equals > 0 && names.includes(text.slice(0, equals))) {
        const word = words[at] as Word;
        return { ...word, text: text.slice(equals + 1), parts: [text.slice(equals + 1)] };
      }
    }
    return undefined;
  }

  /** The variable of a shell that its output goes to. */
  get output(): string | undefined {
    return this.#command.output;
  }

  /** Nothing behind the program is only known when it runs. */
  get isEveryWordKnown(): boolean {
    return this.words.every(({ text }) => text !== undefined);
  }

  /** The directory that Python would put first on `sys.path`. */
  get firstDirectory(): Place {
    return firstDirectory(this.#command);
  }

  /** Whether and why others can put files there. */
  exposure(): Exposure | undefined {
    return this.noted(exposureOf(this.context.file, this.firstDirectory, this.#command));
  }

  /** `-I`: neither that directory, nor the user's, nor variables. */
  get isIsolated(): boolean {
    return this.#command.options.isolated;
  }

  /** `-P` */
  get hasSafePath(): boolean {
    return this.#command.options.safePath;
  }

  /** What it runs is a directory or an archive, which no option keeps from being the first. */
  get isContainer(): boolean {
    return isContainer(this.#command);
  }

  /** A variable that Python will read, when the file sets it. */
  variable(name: string): Word | undefined {
    if (this.#command.options.ignoresEnvironment) return undefined;
    return this.#command.environment.get(name)?.value;
  }

  /** Values of `-X`. */
  get features(): readonly Word[] {
    return this.#command.options.features;
  }

  /** What else in the file bears on who may attach to its processes. */
  get hardening(): readonly Hardening[] {
    return this.context.file.hardening.filter(({ part }) => part === '' || part === this.#command.part);
  }

  /** Canonical names and concepts that the calls in the text behind `-c` stand for. */
  calls(): readonly string[] {
    return this.program.kind === 'code' && this.program.word.text !== undefined
      ? this.context.callsIn(this.program.word.text)
      : [];
  }
}

/** A variable that Python reads, where it is set. */
export class VariableSite extends StartSite {
  readonly kind = 'python-variable';
  readonly #setting: VariableSetting;

  constructor(context: StartContext, setting: VariableSetting) {
    super(context, setting.span);
    this.#setting = setting;
  }

  get name(): string {
    return this.#setting.name;
  }

  get value(): Word {
    return this.#setting.value;
  }

  get starter(): VariableSetting['starter'] {
    return this.#setting.starter;
  }

  get user(): string | undefined {
    return this.#setting.user;
  }

  /** where the commands run that it is set for */
  get directory(): Place {
    return this.#setting.directory;
  }

  /** `keep`: a caller's own value is let through. */
  get how(): VariableSetting['how'] {
    return this.#setting.how;
  }

  /** Nothing in the file gives it a value before. */
  get isFirst(): boolean {
    return this.#setting.isFirst;
  }

  /** Whether and why others can write to a directory, for the commands that the variable is set for. */
  exposureOf(place: Place): Exposure | undefined {
    return this.noted(exposureOf(this.context.file, place, this.#setting));
  }
}

/** A line of a `.pth`, `.start`, `._pth` or `pyvenv.cfg` file. */
export class StartLineSite extends StartSite {
  readonly kind = 'start-line';
  readonly #line: StartLine;

  constructor(context: StartContext, line: StartLine) {
    super(context, line.span);
    this.#line = line;
  }

  get lineKind(): StartLine['kind'] {
    return this.#line.kind;
  }

  /** of a setting */
  get key(): string {
    return this.#line.key;
  }

  get value(): string {
    return this.#line.text.text ?? '';
  }

  /** Kinds of the other lines. */
  get otherLines(): readonly StartLine[] {
    return this.context.file.lines.filter((line) => line !== this.#line);
  }

  /** Names of files in the same folder. */
  get beside(): readonly string[] {
    return this.context.beside;
  }

  /** Canonical names and concepts that the calls in a line of code stand for. */
  calls(): readonly string[] {
    return this.context.callsIn(this.value);
  }
}

/** A file of the project that Python takes for a module of its own, or looks for on every start. */
export interface ModuleFileSite extends Subject {
  readonly kind: 'module-file';
  readonly role: FileRole;
  readonly target: Target;
  /** `random`, `sitecustomize` */
  readonly module: string;
  /** `library`: bears the name of a module of the standard library; `start`: looked for on every start */
  readonly reason: 'library' | 'start';
  /** imports of that name in files of the same folder, which therefore get this one */
  readonly importers: readonly Subject[];
  /** the same folder holds files that are run as scripts */
  readonly isBesideScripts: boolean;
  /** canonical names and concepts that the calls in the file stand for */
  calls(): readonly string[];
}
