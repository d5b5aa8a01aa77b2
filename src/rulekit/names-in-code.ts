// What the calls in a piece of Python stand for: of one line of a `.pth` file, or of the text behind `-c`.

import { createProject } from '../python/semantics/index.ts';
import { ast, createParser, Kind, Names } from '../python/syntax/index.ts';
import { resolveNames } from './canonical-names.ts';
import type { Circumstances, Session } from './session.ts';
import { openSession } from './views.ts';

/** Longer texts are programs, and those stand in files. */
const longestCode = 64 * 1024;

export function namesCalledIn(code: string, circumstances: Omit<Circumstances, 'project'>): readonly string[] {
  if (code.length > longestCode) return [];
  // The tree is the parser's own, which nobody else uses.
  const tree = createParser(new Names([])).parse(new TextEncoder().encode(`${code}\n`));
  const project = createProject([{ path: 'code.py', tree }], circumstances.library);
  return namesCalledInFile(openSession({ ...circumstances, project }), 'code.py');
}

/** Canonical names of everything that a file calls, and the concepts that they are. */
export function namesCalledInFile(session: Session, path: string): readonly string[] {
  const module = session.project.moduleAt(path);
  if (module === undefined) return [];
  const { tree } = module;
  const names = new Set<string>();
  for (let node = 1; node < tree.nodeCount; node++) {
    if (tree.kind(node) !== Kind.Call) continue;
    const callee = resolveNames(session, module, ast.Call.callee(tree, node));
    for (const name of [...callee.names, ...callee.paths]) {
      names.add(name);
      for (const { concept } of session.library.conceptsOf(name)) names.add(`concept:${concept}`);
    }
  }
  return [...names];
}
