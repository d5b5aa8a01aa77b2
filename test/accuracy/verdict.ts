// What heed says of a program's sink, and whether that agrees with the truth.

import { LineIndex } from '../../src/core/index.ts';
import { considerations } from '../../src/rules/index.ts';
import { analyse } from '../../src/scan/analyse.ts';
import { defaultTarget } from '../rules/fixture.ts';
import type { Known, Program } from './program.ts';

export type Said = 'fail' | 'open' | 'pass' | 'nothing';

/**
 * The considerations about who chose what reaches a sink. Others may speak of the same line (a program looked up on PATH,
 * a result that is ignored); what they say has nothing to do with the flow.
 */
const flowRules = new Set([
  'cgi/unescaped-output',
  'cgi/upload-name-in-path',
  'hashlib/chosen-algorithm',
  'http-server/header-injection',
  'http-server/path-from-request',
  'http-server/unescaped-output',
  'logging/untrusted-dict-config',
  'logging/untrusted-file-config',
  'pickle/untrusted-load',
  'shelve/untrusted-open',
  'subprocess/opened-by-system',
  'subprocess/program-from-input',
  'subprocess/shell-command-from-input',
  'tempfile/name-part-from-input',
  'xml/document-named-by-input',
  'xml/parser-module-from-input',
]);

/** The worst that is said about the sink line. */
export function saidOf(program: Program): Said {
  const encoder = new TextEncoder();
  const files = [...program.files].map(([path, text]) => ({ path, bytes: encoder.encode(text), role: 'app' as const }));
  const rules = considerations.filter(({ id }) =>
    program.rule === undefined ? flowRules.has(id) : id === program.rule,
  );
  const { findings } = analyse(files, rules, { target: defaultTarget, threatModel: program.threatModel });
  const index = new LineIndex(encoder.encode(program.files.get(program.sink.path)));
  const said = findings
    .filter(({ path, span }) => path === program.sink.path && index.lineOf(span.start) === program.sink.line)
    .map(({ verdict }) => verdict as Said);
  return (['fail', 'open', 'pass'] as const).find((each) => said.includes(each)) ?? 'nothing';
}

/** What is wrong with a verdict; undefined when it is right. */
export function deficitOf(program: Program, said: Said): Known | undefined {
  if (program.truth === 'hostile') return said === 'fail' ? undefined : 'missed';
  return said === 'fail' ? 'false-alarm' : said === 'open' ? 'undecided' : undefined;
}

/** Why the suite fails for this program: a deficit that is not marked, or a mark whose deficit has gone. */
export function complaintOf(program: Program, said: Said): string | undefined {
  const deficit = deficitOf(program, said);
  if (deficit === program.known?.kind) return undefined;
  if (deficit === undefined) return `${program.name}: no longer ${program.known?.kind}: take the mark away`;
  return `${program.name}: ${deficit}: it is ${program.truth}, and heed says ${said} (line ${program.sink.line})`;
}
