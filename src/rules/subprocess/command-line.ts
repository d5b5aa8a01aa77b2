// How a call that starts a program is read: which program, which operands, and whether a shell stands between. Shared by
// the considerations about processes, which must agree on it.

import type { CallSite, ValueView } from '../../rulekit/index.ts';

export interface CommandLine {
  /** the argument that holds the program or the list */
  readonly command: ValueView;
  /** the program, when it can be told from the rest */
  readonly program: ValueView | undefined;
  /** what follows the program, from the start as far as it is written out */
  readonly operands: readonly ValueView[];
  /** no more operands may follow */
  readonly isComplete: boolean;
}

/** `subprocess.Popen(args, bufsize, executable, stdin, stdout, stderr, preexec_fn, close_fds, shell, cwd, env …)` */
const positions = { executable: 2, preexec_fn: 6, close_fds: 7, shell: 8, cwd: 9, env: 10 } as const;

/** An argument of `Popen`, or of the functions that hand theirs on to it. */
export function processOption(call: CallSite, name: keyof typeof positions): ValueView {
  return call.argument(name, call.name.startsWith('subprocess.') ? positions[name] : undefined);
}

/** Whether a shell runs the command; undefined when that depends on a value that is not known. */
export function usesShell(call: CallSite): boolean | undefined {
  const shell = processOption(call, 'shell');
  return shell.isAbsent() ? false : shell.truth();
}

/** `os.execl(path, arg0, …)` and kin name the program twice: what is run, and what it is told it is called. */
const namesProgramTwice = /^(os\.(exec|spawn|posix_spawn)|_posixsubprocess\.)/;
const isVariadic = /^os\.(exec|spawn)l|\.create_subprocess_exec$|\.subprocess_exec$/;

export function readCommandLine(call: CallSite): CommandLine {
  const command = call.operand();
  const isTwice = namesProgramTwice.test(call.name);
  if (isVariadic.test(call.name)) {
    // os.execl(path, "name", "-x"), asyncio.create_subprocess_exec("git", "log")
    const at = call.positional.findIndex((each) => each.span.start === command.span.start);
    const rest = call.positional.slice(at < 0 ? 0 : at + 1);
    const operands = isTwice ? rest.slice(1) : rest;
    return { command, program: command, operands, isComplete: !call.hasStar };
  }
  if (isTwice) {
    // os.execv(path, ["name", "-x"])
    const at = call.positional.findIndex((each) => each.span.start === command.span.start);
    const list = at < 0 ? undefined : call.positional[at + 1];
    const items = list?.firstItems() ?? [];
    return { command, program: command, operands: items.slice(1), isComplete: list?.items() !== undefined };
  }
  const items = command.firstItems();
  if (items.length > 0) {
    return { command, program: items[0], operands: items.slice(1), isComplete: command.items() !== undefined };
  }
  const isText = command.textParts() !== undefined || command.isInstanceOf('str', 'bytes', 'pathlib.PurePath');
  return { command, program: isText ? command : undefined, operands: [], isComplete: isText };
}

const shells = /^(ba|da|k|z|c|tc|fi|a)?sh$/;
const windowsShells = /^(cmd|powershell|pwsh)$/;

export interface InnerShell {
  /** the text that the shell runs */
  readonly script: ValueView;
  readonly isPosix: boolean;
}

/** The script in `["sh", "-c", script]`, also behind other programs: `["docker", "exec", name, "sh", "-c", script]`. */
export function innerShell(line: CommandLine): InnerShell | undefined {
  // "cmd /c dir " + name, which Windows takes as one text
  const start = line.program?.textParts()?.[0];
  if (typeof start === 'string' && /^\s*"?cmd(\.exe)?"?\s+(\/\w+\s+)*\/[ck]\s/i.test(start)) {
    return { script: line.command, isPosix: false };
  }
  const items = line.program === undefined ? line.operands : [line.program, ...line.operands];
  for (let at = 0; at < items.length; at++) {
    const name = baseName(items[at]?.string());
    if (name === undefined) continue;
    const isPosix = shells.test(name);
    if (!isPosix && !windowsShells.test(name)) continue;
    for (let flag = at + 1; flag < items.length; flag++) {
      const text = items[flag]?.string();
      if (text === undefined) break;
      const script = items[flag + 1];
      if (script !== undefined && isScriptFlag(text, isPosix)) return { script, isPosix };
    }
  }
  return undefined;
}

// -c, -lc, -ec of a POSIX shell; /c, /k of cmd; -Command, -c of PowerShell
function isScriptFlag(text: string, isPosix: boolean): boolean {
  return isPosix ? /^-[a-z]*c$/.test(text) : /^([/-][ck]|-command)$/i.test(text);
}

/** `git` of `/usr/bin/git` and `C:\\Git\\git.exe`, in lower case. */
export function baseName(program: string | undefined): string | undefined {
  return program
    ?.split(/[/\\]/)
    .at(-1)
    ?.toLowerCase()
    .replace(/\.exe$/, '');
}

/** Values that are checked or of such a kind that they can only be what the program expects. */
export function isChecked(value: ValueView): boolean {
  return isOneOfFew(value) || value.guard('full-match') !== undefined;
}

/** A number, or one of the values that the program knows. */
export function isOneOfFew(value: ValueView): boolean {
  return (
    value.isInstanceOf('int', 'float') ||
    (['membership', 'equality'] as const).some((kind) => value.guard(kind) !== undefined)
  );
}
