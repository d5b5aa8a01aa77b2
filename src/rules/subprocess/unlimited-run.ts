import { type CallSite, defineRule, type ValueView } from '../../rulekit/index.ts';
import { isForeign } from '../foreign-origin.ts';
import { quietInTests } from '../in-tests.ts';
import { inCode } from '../written-in-code.ts';

const evidence = { timeout: 'the program is stopped after a time' } as const;

const rule = defineRule({
  id: 'subprocess/unlimited-run',
  code: 'SUB-15',
  title: 'A program that is waited for without limit keeps whoever waits',
  anchor: 'library/subprocess.html#subprocess.run',
  severity: { network: 'medium', file: 'low', shipped: 'low', constant: 'low' },
  cwe: [400, 833],
  aliases: [],
  advice: 'Pass timeout=, and give pipes that nobody reads subprocess.DEVNULL.',
  question: 'Who waits for this program, and for how long may it run or write?',
  docs: {
    why: 'Whoever chooses what a program works on can choose something that takes for ever, and each request that waits holds a worker. A program whose output goes to a pipe that nobody reads stops when the pipe is full.',
    fails: 'import flask, subprocess\nsubprocess.run(["identify", "--", flask.request.args["file"]])',
    passes: 'import flask, subprocess\nsubprocess.run(["identify", "--", flask.request.args["file"]], timeout=10)',
    evidence: Object.values(evidence),
    limits: 'How much output is held in memory is not looked at, nor what other processes are waited for.',
  },
  messages: {
    waits: '{source} decides what {program} works on, and it is waited for without limit',
    unknown: '{source} decides what {program} works on, and whether there is a limit depends on {value}',
    pipe: '{name}() does not read the pipe of {stream}: the program stops when it is full, and is waited for',
  },
  on: {
    kind: 'call',
    to: ['subprocess.run', 'subprocess.call', 'subprocess.check_call', 'subprocess.check_output'],
    judge(call, verdict) {
      const stream = ['stdout', 'stderr'].find((name) => isPipe(call, name));
      // run() and check_output() read what they are to give back
      if (stream !== undefined && /\.(call|check_call)$/.test(call.name)) {
        return verdict.fail(call, 'pipe', { name: call.name, stream }, inCode);
      }
      const timeout = call.argument('timeout');
      const chosen = chosenPart(call);
      if (chosen === undefined) return undefined;
      if (timeout.isGiven() && !timeout.isNone()) return verdict.pass(call, evidence.timeout);
      const { text } = chosen.origin();
      const parameters = { source: text, program: call.operand().firstItems()[0]?.string() ?? 'the program' };
      if (timeout.presence === 'unknown') {
        return verdict.open(call, 'unknown', { ...parameters, value: 'further arguments' });
      }
      return verdict.fail(chosen, 'waits', parameters);
    },
  },
});

export default quietInTests(rule);

/** What a remote peer chooses of the command or of what it is fed. */
function chosenPart(call: CallSite): ValueView | undefined {
  const command = call.operand();
  const parts = [...command.firstItems(), command, call.argument('input')];
  return parts.find((part) => {
    if (!part.isGiven()) return false;
    const origin = part.origin();
    if (!isForeign(origin, call) || origin.provenance !== 'network') return false;
    // one of few: the program was made for it
    return (['membership', 'equality'] as const).every((kind) => part.guard(kind) === undefined);
  });
}

/** `Popen(args, bufsize, executable, stdin, stdout, stderr …)` */
function isPipe(call: CallSite, name: string): boolean {
  return call.argument(name, name === 'stdout' ? 4 : 5).is('subprocess.PIPE');
}
