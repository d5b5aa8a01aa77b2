import { type CallSite, defineRule, type ValueView } from '../../rulekit/index.ts';
import { onlyFailuresInTests } from '../in-tests.ts';
import { isPrivate, isShared, nearShared } from './shared-directory.ts';

const evidence = { own: 'the code lies in a directory that was made for this process alone' } as const;

const rule = defineRule({
  id: 'tempfile/code-from-shared-directory',
  code: 'TMP-08',
  title: 'Code that is taken from a shared directory can be anyone’s',
  anchor: 'library/tempfile.html#tempfile.gettempdir',
  severity: { network: 'high', file: 'high', shipped: 'high', constant: 'high' },
  cwe: [379, 427],
  aliases: [],
  advice: 'Put code into a directory from mkdtemp(), which nobody else can enter.',
  question: 'Who else can write to this folder when the code is taken from it?',
  docs: {
    why: 'Any user of the machine can put a module, a library or a program of the right name into /tmp and wait for it to be run.',
    fails: 'import sys, tempfile\nsys.path.insert(0, tempfile.gettempdir())',
    passes: 'import sys, tempfile\nsys.path.insert(0, tempfile.mkdtemp())',
    evidence: Object.values(evidence),
    limits: 'Who made a directory below the shared one is not seen.',
  },
  messages: {
    path: 'modules are imported from {path}, where anyone can put one',
    code: '{path} is run, and anyone can have put it there',
  },
  near: nearShared,
  on: [
    {
      kind: 'call',
      to: ['concept:module-search-path'],
      judge(call, verdict) {
        // sys.path.insert(0, directory), sys.path.append(directory)
        const path = call.positional.at(-1);
        if (path === undefined) return undefined;
        if (isPrivate(path)) return verdict.pass(path, evidence.own);
        // A test of the search path itself takes the directory out again.
        if (call.role === 'test' && call.siblingCalls('sys.path.remove').length > 0) return undefined;
        return isShared(path) ? verdict.fail(path, 'path', { path: path.text }) : undefined;
      },
    },
    {
      kind: 'call',
      to: ['concept:native-library-load', 'concept:start-process', 'runpy.run_path'],
      judge(call, verdict) {
        const code = codeOf(call);
        if (code === undefined) return undefined;
        if (isPrivate(code)) return verdict.pass(code, evidence.own);
        return isShared(code) ? verdict.fail(code, 'code', { path: code.text }) : undefined;
      },
    },
  ],
});

export default onlyFailuresInTests(rule);

/** The library, the script, or the first item of an argument list. */
function codeOf(call: CallSite): ValueView | undefined {
  const operand = call.operand();
  if (!operand.isGiven()) return undefined;
  return operand.firstItems()[0] ?? operand;
}
