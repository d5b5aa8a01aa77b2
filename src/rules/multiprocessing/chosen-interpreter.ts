import { defineRule } from '../../rulekit/index.ts';
import { onlyFailuresInTests } from '../in-tests.ts';

const rule = defineRule({
  id: 'multiprocessing/chosen-interpreter',
  code: 'MP-08',
  title: 'Whoever names the interpreter of child processes runs a program of their choice',
  anchor: 'library/multiprocessing.html#multiprocessing.set_executable',
  severity: { network: 'critical', file: 'high', shipped: 'low', constant: 'low' },
  cwe: [426, 114],
  aliases: [],
  advice: 'Leave the interpreter alone, or set it to sys.executable or a fixed path.',
  question: 'Who can set the path of the program that child processes are started with?',
  docs: {
    why: 'Each child process is started with the program that set_executable() names, and with the rights of the parent.',
    fails: 'import multiprocessing, flask\nmultiprocessing.set_executable(flask.request.args["python"])',
    passes: 'import multiprocessing, sys\nmultiprocessing.set_executable(sys.executable)',
    evidence: ['the running interpreter is used', 'the path is fixed by the program'],
    limits: 'Who may write to a fixed path is not checked.',
  },
  messages: {
    hostile: '{source} chooses the program that child processes are started with',
    relative: '{path} is searched for when a process starts, and the first match runs',
    unknown: 'which program child processes are started with is not known: {source}',
  },
  on: {
    kind: 'call',
    to: [
      'multiprocessing.set_executable',
      'multiprocessing.spawn.set_executable',
      'multiprocessing.context.BaseContext.set_executable',
    ],
    judge(call, verdict) {
      const program = call.argument('executable', 0);
      if (program.isDerivedFrom('sys.executable', 'sys._base_executable') || program.is('sys.executable')) {
        return verdict.pass(program, 'the running interpreter is used');
      }
      const origin = program.origin();
      if (origin.isHostile) return verdict.fail(program, 'hostile', { source: origin.text });
      const path = program.string();
      if (path !== undefined) {
        if (/^([\\/]|[A-Za-z]:)/.test(path)) return verdict.pass(program, 'the path is fixed by the program');
        return verdict.fail(program, 'relative', { path }, { severity: 'low' });
      }
      if (origin.provenance === 'shipped' || origin.provenance === 'constant') {
        return verdict.pass(program, 'the path is fixed by the program');
      }
      return verdict.open(
        program.isGiven() ? program : call,
        'unknown',
        { source: origin.text },
        { severity: 'medium' },
      );
    },
  },
});

export default onlyFailuresInTests(rule);
