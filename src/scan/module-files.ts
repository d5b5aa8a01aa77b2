// Files of the project that Python takes for something else than its author may think: those with the name of a module
// of the standard library beside scripts, whose folder comes first on `sys.path`, and those that are looked for on every
// start.

import type { FileRole, Finding, Problem } from '../core/index.ts';
import { isStandardModule } from '../models/index.ts';
import { ast, Kind, type NodeId, type Tree } from '../python/syntax/index.ts';
import {
  type ModuleFileSite,
  namesCalledInFile,
  type Rule,
  type Session,
  type Subject,
  shorten,
  type Trigger,
  type Verdict,
} from '../rulekit/index.ts';
import { verdictMaker } from './judge.ts';
import { toFinding } from './start-files.ts';

interface ModuleFile {
  readonly module: string;
  readonly reason: ModuleFileSite['reason'];
  /** indices of the files in the same folder */
  readonly siblings: readonly number[];
}

/** Looked for by `site` on every start. */
const startModules = new Set(['sitecustomize', 'usercustomize']);

/**
 * Names that a file cannot take: built into the interpreter, or imported before the path of the script is put first
 * (CPython 3.11 on Linux: `sys.builtin_module_names`, and `sys.modules` of `python -I`).
 */
const unshadowed = new Set([
  'abc', 'atexit', 'builtins', 'codecs', 'encodings', 'errno', 'faulthandler', 'gc', 'genericpath', 'io', 'itertools', 'marshal',
  'ntpath', 'os', 'posix', 'posixpath', 'pwd', 'site', 'stat', 'sys', 'time', 'zipimport',
]); // biome-ignore format: a list of names

/** Names that newer Pythons have given up: files that bear them stand in for what is gone. */
const removed = new Set([
  'aifc', 'asynchat', 'asyncore', 'audioop', 'binhex', 'cgi', 'cgitb', 'chunk', 'crypt', 'distutils', 'formatter', 'imghdr', 'imp',
  'lib2to3', 'mailcap', 'msilib', 'nis', 'nntplib', 'ossaudiodev', 'parser', 'pipes', 'smtpd', 'sndhdr', 'spwd', 'sunau', 'symbol',
  'telnetlib', 'uu', 'xdrlib',
]); // biome-ignore format: a list of names

/** A folder with so many such names is a copy of the library itself. */
const mostOfProject = 6;

/** By index of the file. Nearly no file is one of these, so that folders are looked at only where there is one. */
export function findModuleFiles(paths: readonly string[]): ReadonlyMap<number, ModuleFile> {
  const found = new Map<number, ModuleFile>();
  const wanted = new Map<string, number[]>();
  const modules = paths.map((path) => moduleOf(path));
  modules.forEach((module, file) => {
    if (module === undefined) return;
    const { folder, name } = module;
    if (startModules.has(name) || isShadowing(name)) wanted.set(folder, [...(wanted.get(folder) ?? []), file]);
  });
  if (wanted.size === 0) return found;
  const siblingsByFolder = new Map<string, number[]>([...wanted.keys()].map((folder) => [folder, []]));
  const packages = new Set<string>();
  paths.forEach((path, file) => {
    const folder = folderOf(path);
    siblingsByFolder.get(folder)?.push(file);
    if (path.endsWith('/__init__.py') || path === '__init__.py') packages.add(folder);
  });
  for (const [folder, files] of wanted) {
    for (const file of files) {
      const { name } = modules[file] as { readonly name: string };
      const siblings = (siblingsByFolder.get(folder) ?? []).filter((each) => each !== file);
      if (startModules.has(name)) found.set(file, { module: name, reason: 'start', siblings });
      // In a package, `import random` finds the library's.
      else if (!packages.has(folder) && files.length <= mostOfProject) {
        found.set(file, { module: name, reason: 'library', siblings });
      }
    }
  }
  return found;
}

const folderOf = (path: string) => path.slice(0, path.lastIndexOf('/') + 1);

/** The name that a file, or a package by its `__init__.py`, is imported by from the folder that it lies in. */
function moduleOf(path: string): { readonly folder: string; readonly name: string } | undefined {
  if (!path.endsWith('.py')) return undefined;
  const folder = folderOf(path);
  const name = path.slice(folder.length, -3);
  if (name !== '__init__') return { folder, name };
  const above = folderOf(folder.slice(0, -1));
  return { folder: above, name: folder.slice(above.length, -1) };
}

function isShadowing(name: string): boolean {
  return !name.startsWith('_') && !unshadowed.has(name) && !removed.has(name) && isStandardModule(name);
}

export function judgeModuleFile(
  session: Session,
  files: readonly { readonly path: string; readonly role: FileRole }[],
  trees: readonly Tree[],
  file: number,
  { module, reason, siblings }: ModuleFile,
  rules: readonly Rule[],
  problems: Problem[],
): readonly Finding[] {
  const { path, role } = files[file] as { path: string; role: FileRole };
  const tree = trees[file] as Tree;
  // A file has no line of its own to point at: its first one.
  const span = { start: tree.lines.startOf(1), end: tree.lines.endOf(1) };
  const site: ModuleFileSite = {
    kind: 'module-file',
    path,
    span,
    text: shorten(path),
    role,
    target: session.target,
    module,
    reason,
    get importers() {
      return siblings.flatMap((each) => importsOf(files[each]?.path ?? '', trees[each] as Tree, module));
    },
    get isBesideScripts() {
      return siblings.some((each) => files[each]?.role !== 'test' && isScript(trees[each] as Tree));
    },
    calls: () => namesCalledInFile(session, path),
  };
  return rules.flatMap((rule) =>
    ([rule.on].flat() as readonly Trigger[]).flatMap((trigger) => {
      if (trigger.kind !== 'module-file') return [];
      try {
        const answer = trigger.judge(site, verdictMaker(rule));
        const verdicts = answer === undefined ? [] : ([answer].flat() as readonly Verdict[]);
        return verdicts.flatMap((verdict) => toFinding(rule, verdict, site, role) ?? []);
      } catch (error) {
        const message = `${rule.id} failed on ${path}: ${error instanceof Error ? error.message : error}`;
        problems.push({ kind: 'rule-crashed', path, span, message, hidesCode: true });
        return [];
      }
    }),
  );
}

/** `import random`, `from random import choice` */
function importsOf(path: string, tree: Tree, module: string): readonly Subject[] {
  const found: Subject[] = [];
  for (let node: NodeId = 1; node < tree.nodeCount; node++) {
    const isImport =
      tree.kind(node) === Kind.Import
        ? tree
            .list(ast.Import.names(tree, node))
            .some((alias) => isOf(tree.names.text(ast.Alias.name(tree, alias)), module))
        : tree.kind(node) === Kind.ImportFrom &&
          ast.ImportFrom.level(tree, node) === 0 &&
          isOf(tree.names.text(ast.ImportFrom.module(tree, node)), module);
    if (isImport)
      found.push({ path, span: { start: tree.start(node), end: tree.end(node) }, text: shorten(tree.text(node)) });
  }
  return found;
}

const isOf = (name: string, module: string) => name === module || name.startsWith(`${module}.`);

/** Begins with `#!`, or runs something when it is run itself: `if __name__ == "__main__":` */
function isScript(tree: Tree): boolean {
  if (tree.bytes[0] === 35 && tree.bytes[1] === 33) return true;
  for (let node: NodeId = 1; node < tree.nodeCount; node++) {
    if (tree.kind(node) !== Kind.If || tree.kind(tree.parent(node)) !== Kind.Module) continue;
    if (/^__name__\s*==\s*['"]__main__['"]$/.test(tree.text(ast.If.test(tree, node)))) return true;
  }
  return false;
}
