import { type CallSite, defineRule, type UseView } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { wordsOf } from '../security-words.ts';
import { workerStartOf } from '../worker-processes.ts';
import { inCode } from '../written-in-code.ts';

const evidence = {
  closed: 'the shelf is closed',
  managed: 'the shelf is closed at the end of the block',
  locked: 'a lock is held while the shelf is open',
} as const;

const writers = new Set(['__setitem__', '__delitem__', 'update', 'pop', 'popitem', 'setdefault', 'clear']);
/** Of these, everything that is left is closed later. */
const keepers = [
  'atexit.register',
  'contextlib.ExitStack.enter_context',
  'contextlib.ExitStack.callback',
  'weakref.finalize',
];

const rule = defineRule({
  id: 'shelve/left-open',
  code: 'SHV-06',
  title: 'A shelf that is not closed, or that two processes write, loses entries',
  anchor: 'library/shelve.html#restrictions',
  severity: { network: 'low', file: 'low', shipped: 'low', constant: 'low' },
  cwe: [362, 667, 772],
  aliases: [],
  advice: 'Open shelves in a with statement, and hold a lock on a file around it when several processes write.',
  question: 'Is this shelf closed on every way out, and does only one process write to it at a time?',
  docs: {
    why:
      'What was written may stay in memory until the shelf is closed. The backends do not support several writers, nor ' +
      'readers beside one: two processes that write at a time damage the file.',
    fails: 'import shelve\ndef keep(name):\n    names = shelve.open("names")\n    names[name] = True',
    passes: 'import shelve\ndef keep(name):\n    with shelve.open("names") as names:\n        names[name] = True',
    evidence: Object.values(evidence),
    limits: 'Locks are recognised by their names, and processes by the function that they run.',
  },
  messages: {
    unclosed: 'the shelf is written and not closed: what it holds back may be lost',
    read: 'the shelf is not closed here; when that happens is up to the garbage collector',
    workers: '{start} runs this in several processes, which write to the shelf without a lock',
    'perhaps-workers':
      '{start} runs this in other processes; whether only one at a time writes to the shelf is not known',
  },
  on: {
    kind: 'call',
    to: ['concept:shelf-open'],
    judge(call, verdict) {
      const uses = call.uses();
      const isWritten = call.argument('writeback', 3).truth() === true || uses.some(isWrite);
      const start = isWritten ? workerStartOf(call) : undefined;
      if (start !== undefined) {
        const parameters = { start: start.callee.text };
        if (holdsLock(call)) return verdict.pass(call, evidence.locked);
        // One process that runs the function for itself writes alone.
        return startsSeveral(start)
          ? verdict.fail(call, 'workers', parameters, inCode)
          : verdict.open(call, 'perhaps-workers', parameters, { severity: 'low' });
      }
      if (call.isContextManager || isHandedToManager(call)) return verdict.pass(call, evidence.managed);
      if (uses.some((use) => use.kind === 'call' && use.method === 'close')) return verdict.pass(call, evidence.closed);
      if (uses.length === 0 || uses.some(leaves) || call.functionName === '') return undefined;
      if (call.siblingCalls(...keepers).length > 0) return undefined;
      return isWritten
        ? verdict.fail(call, 'unclosed', {}, inCode)
        : verdict.open(call, 'read', {}, { severity: 'low' });
    },
  },
});

const isWrite = (use: UseView): boolean => use.kind === 'call' && writers.has(use.method);

/** Somebody else may close it. */
const leaves = (use: UseView): boolean => use.kind === 'escape' || use.kind === 'argument' || use.kind === 'store';

/** `with closing(shelve.open(name)) as shelf`, `stack.enter_context(shelve.open(name))` */
function isHandedToManager(call: CallSite): boolean {
  const outer = call.outerCall();
  return outer?.isContextManager === true || outer?.names.some((name) => name.endsWith('.enter_context')) === true;
}

function startsSeveral(start: CallSite): boolean {
  return start.names.some((name) => /\.Pool\.(map|imap|starmap)|\.Executor\.map$/.test(name));
}

/** `with lock:`, `fcntl.flock(file, fcntl.LOCK_EX)`, `with FileLock("names.lock"):` */
function holdsLock(call: CallSite): boolean {
  const isLock = (name: string) =>
    wordsOf(name).some((word) => /^(r?lock|flock|lockf|locked|mutex|semaphore|filelock)$/.test(word));
  const managers = call.enclosingFunction()?.managers() ?? [];
  if (managers.some((manager) => [...manager.partNames(), ...manager.names()].some(isLock))) return true;
  return call.siblingCalls().some((each) => [...each.names, each.receiver()?.lastName ?? ''].some(isLock));
}

export default quietInTests(rule);
