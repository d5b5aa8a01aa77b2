import { defineRule } from '../../rulekit/index.ts';
import { onlyFailuresInTests } from '../in-tests.ts';

const rule = defineRule({
  id: 'logging/untrusted-file-config',
  code: 'LOG-03',
  title: 'A logging configuration file is run: its classes and arguments are evaluated as Python',
  anchor: 'library/logging.config.html#logging.config.fileConfig',
  severity: { network: 'critical', file: 'high', shipped: 'low', constant: 'low' },
  cwe: [94, 95, 15],
  aliases: [],
  advice: 'Use dictConfig with a dict of the program, and take only levels and file names from outside.',
  question: 'Who can write to this configuration file besides the user that runs the program?',
  docs: {
    why:
      'fileConfig() passes the class, args and kwargs of each handler to eval(). Whoever writes the file, or chooses ' +
      'which file is read, runs code in the process.',
    fails: 'import logging.config, flask\nlogging.config.fileConfig(flask.request.args["config"])',
    passes:
      'import logging.config, os\nlogging.config.fileConfig(os.path.join(os.path.dirname(__file__), "logging.ini"))',
    evidence: ['the configuration is shipped with the program', 'the path is fixed by the program'],
    limits: 'Who may write to a fixed path is not checked.',
  },
  messages: {
    hostile: 'the classes and arguments in the configuration are evaluated, and {source} decides about them',
    shared: '{path} lies where every user of the machine may write, and what it holds is evaluated',
    unknown: 'what the configuration holds is evaluated; where it comes from is not known: {source}',
  },
  on: {
    kind: 'call',
    to: ['logging.config.fileConfig'],
    judge(call, verdict) {
      const file = call.argument('fname', 0);
      if (!file.isGiven()) return verdict.open(call, 'unknown', { source: call.text });
      const origin = file.origin();
      if (origin.isHostile) return verdict.fail(file, 'hostile', { source: origin.text });
      if (origin.provenance === 'shipped') return verdict.pass(file, 'the configuration is shipped with the program');
      const paths = file.constants();
      if (paths !== undefined) {
        const shared = paths.find((path) => typeof path === 'string' && /^\/(tmp|var\/tmp|dev\/shm)\//.test(path));
        if (shared !== undefined) return verdict.fail(file, 'shared', { path: String(shared) }, { provenance: 'file' });
        return verdict.pass(file, 'the path is fixed by the program');
      }
      if (origin.provenance === 'constant') return verdict.pass(file, 'the path is fixed by the program');
      return verdict.open(file, 'unknown', { source: origin.text });
    },
  },
});

export default onlyFailuresInTests(rule);
