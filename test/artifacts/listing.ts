// Data files as reviewable text: a tree of words by indentation, each the name of a builder that turns it, and what its
// children give, into bytes.
//
//   file model.pt
//     zip
//       entry archive/data.pkl
//         pickle
//           GLOBAL os system
//           STOP

import type { Limits } from '../../src/artifacts/index.ts';

export interface Node {
  readonly word: string;
  /** what stands behind the word */
  readonly rest: string;
  readonly children: readonly Node[];
  /** from 1, in the fixture */
  readonly line: number;
}

export interface Case {
  readonly title: string;
  readonly line: number;
  /** `fail: message-id`, `open: message-id in archive/data.pkl`, `pass`, `nothing` */
  readonly expected: readonly string[];
  /** `python: >=3.12` */
  readonly python: string | undefined;
  /** `limits: {"steps": 100}` */
  readonly limits: Partial<Limits>;
  /** the first is judged; the others lie beside it */
  readonly files: readonly { readonly name: string; readonly nodes: readonly Node[] }[];
}

const expectation = /^(fail: [a-z0-9-]+( in .+)?|open: [a-z0-9-]+( in .+)?|pass( in .+)?|nothing)$/;

/** Throws an `Error` that names the line for whatever is no listing. */
export function readCases(text: string): readonly Case[] {
  const cases: Case[] = [];
  const parts = text.split(/^== /m);
  let line = 1 + (parts.shift()?.split('\n').length ?? 1) - 1;
  for (const part of parts) {
    cases.push(readCase(part, line));
    line += part.split('\n').length - 1;
  }
  return cases;
}

function readCase(text: string, firstLine: number): Case {
  const [title = '', ...lines] = text.split('\n');
  const expected: string[] = [];
  let python: string | undefined;
  let limits: Partial<Limits> = {};
  const tree: { indent: number; line: number; text: string }[] = [];
  lines.forEach((raw, index) => {
    const line = firstLine + index + 1;
    const content = raw.trimStart();
    if (content === '' || content.startsWith('#')) return;
    const indent = raw.length - content.length;
    if (indent > 0 || content.startsWith('file ')) tree.push({ indent, line, text: content });
    else if (content.startsWith('python: ')) python = content.slice(8).trim();
    else if (content.startsWith('limits: ')) limits = JSON.parse(content.slice(8)) as Partial<Limits>;
    else if (expectation.test(content.trim())) expected.push(content.trim());
    else
      throw new Error(`line ${line}: ${content} is neither a verdict (fail: id, open: id, pass, nothing) nor a file`);
  });
  const files = nodesOf(tree).map(({ rest, children }) => ({ name: rest, nodes: children }));
  if (files.length === 0) throw new Error(`line ${firstLine}: the case has no file`);
  if (expected.length === 0) throw new Error(`line ${firstLine}: the case expects no verdict; \`nothing\` is one`);
  return { title: title.trim(), line: firstLine, expected, python, limits, files };
}

interface Growing extends Node {
  readonly children: Growing[];
}

function nodesOf(lines: readonly { indent: number; line: number; text: string }[]): readonly Node[] {
  const roots: Growing[] = [];
  const open: { indent: number; node: Growing }[] = [];
  for (const { indent, line, text } of lines) {
    while (open.length > 0 && (open.at(-1) as { indent: number }).indent >= indent) open.pop();
    const [, word = '', rest = ''] = /^(\S+)(?: (.*))?$/.exec(text) ?? [];
    const node: Growing = { word, rest, children: [], line };
    (open.at(-1)?.node.children ?? roots).push(node);
    open.push({ indent, node });
  }
  return roots;
}
