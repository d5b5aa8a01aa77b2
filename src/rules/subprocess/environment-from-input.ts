import { defineRule, type Judge, type SiteContext, type ValueView } from '../../rulekit/index.ts';
import { isForeign } from '../foreign-origin.ts';
import { quietInTests } from '../in-tests.ts';
import { processOption } from './command-line.ts';

/** Variables that make ordinary programs load or run something. */
const telling =
  /^(PATH|IFS|ENV|BASH_ENV|PROMPT_COMMAND|EDITOR|PAGER|LD_\w+|DYLD_\w+|PYTHON\w+|PERL5\w*|RUBY(OPT|LIB)|NODE_OPTIONS|GIT_\w+|JAVA_TOOL_OPTIONS|_JAVA_OPTIONS|JDK_JAVA_OPTIONS|SSLKEYLOGFILE|OPENSSL_CONF|TMPDIR)$/;

const rule = defineRule({
  id: 'subprocess/environment-from-input',
  code: 'SUB-13',
  title: 'Variables of the environment decide what a program loads and runs',
  anchor: 'library/subprocess.html#popen-constructor',
  severity: { network: 'high', file: 'high', shipped: 'low', constant: 'low' },
  cwe: [454, 426],
  aliases: [],
  advice: 'Build the environment of the child from constants and a fixed list of names.',
  question: 'Who can set these variables, and which of them does the program obey?',
  docs: {
    why: 'LD_PRELOAD, PYTHONPATH, BASH_ENV, GIT_SSH_COMMAND and their like run code of whoever sets them, in any program that honours them.',
    fails: 'import subprocess, flask\nsubprocess.run(["worker"], env={"PYTHONPATH": flask.request.args["path"]})',
    passes: 'import subprocess\nsubprocess.run(["worker"], env={"LANG": "C"})',
    evidence: ['every variable of the child’s environment is constant'],
    limits: 'Which variables a program honours beyond the well-known ones is not known.',
  },
  messages: {
    variable: '{source} sets {name}, which decides what the program loads or runs',
    all: '{source} sets every variable of the program’s environment',
  },
  on: [
    {
      kind: 'call',
      to: ['concept:start-process'],
      judge(call, verdict) {
        const environment = processOption(call, 'env');
        if (!environment.isGiven() || environment.isNone()) return undefined;
        const keys = environment.keys();
        const found = (keys ?? wellKnown)
          .map((name) => judgeVariable(name, environment.entry(name), call, verdict))
          .find(Boolean);
        if (found !== undefined) return found;
        if (keys !== undefined) {
          return environment.origin().provenance === 'constant'
            ? verdict.pass(environment, 'every variable of the child’s environment is constant')
            : undefined;
        }
        const origin = environment.origin();
        // What this process was started with is no more hostile for the child than for itself.
        if (!isForeign(origin, call) || environment.names().length === 0) return undefined;
        return verdict.fail(environment, 'all', { source: origin.text });
      },
    },
    {
      kind: 'store',
      to: ['os.environ[]'],
      judge: (store, verdict) => judgeVariable(store.key?.string() ?? '', store.value, store, verdict),
    },
  ],
});

export default quietInTests(rule);

const wellKnown = [
  'PATH',
  'LD_PRELOAD',
  'LD_LIBRARY_PATH',
  'PYTHONPATH',
  'BASH_ENV',
  'GIT_SSH_COMMAND',
  'NODE_OPTIONS',
];

function judgeVariable(
  name: string,
  value: ValueView | undefined,
  site: SiteContext,
  verdict: Judge<'variable' | 'all'>,
) {
  if (value === undefined || !telling.test(name)) return undefined;
  const origin = value.origin();
  if (!isForeign(origin, site)) return undefined;
  return verdict.fail(value, 'variable', { source: origin.text, name });
}
