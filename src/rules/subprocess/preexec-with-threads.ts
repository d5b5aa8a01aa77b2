import { defineRule } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { processOption } from './command-line.ts';

const evidence = { option: 'the child is set up by options, not by a function' } as const;

/** Functions that an option of Popen replaces. */
const replaced: Readonly<Record<string, string>> = {
  'os.setsid': 'start_new_session=True',
  'os.setpgrp': 'process_group=0 (Python 3.11)',
  'os.setpgid': 'process_group (Python 3.11)',
  'os.umask': 'umask (Python 3.9)',
  'os.setuid': 'user (Python 3.9)',
  'os.setgid': 'group (Python 3.9)',
};

const rule = defineRule({
  id: 'subprocess/preexec-with-threads',
  code: 'SUB-11',
  title: 'A preexec_fn can deadlock the child of a program with threads',
  anchor: 'library/subprocess.html#popen-constructor',
  severity: { network: 'low', file: 'low', shipped: 'low', constant: 'low' },
  cwe: [362, 667],
  aliases: ['PLW1509'],
  advice: 'Use start_new_session, process_group, user, group, extra_groups or umask.',
  question: 'Has this program ever started a thread, or loaded a library that does, when this child is started?',
  docs: {
    why: 'The function runs between fork and exec, where locks that other threads held at that moment stay locked for ever.',
    fails: 'import os, subprocess, threading\nsubprocess.Popen(["ls"], preexec_fn=os.setsid)',
    passes: 'import subprocess, threading\nsubprocess.Popen(["ls"], start_new_session=True)',
    evidence: Object.values(evidence),
    limits: 'Threads are taken to exist where threading, concurrent.futures or asyncio is imported.',
  },
  messages: {
    threads: '{function} runs between fork and exec of a program that imports {module}',
    unknown: '{function} runs between fork and exec, which is safe only without threads',
  },
  on: {
    kind: 'call',
    to: ['concept:start-process'],
    judge(call, verdict) {
      const given = processOption(call, 'preexec_fn');
      if (given.isGiven() && !given.isNone()) {
        // handed on from a caller, who mostly leaves it out
        if (given.projectFunction() === undefined && !given.is(...given.names())) return undefined;
        const name = Object.keys(replaced).find((each) => given.is(each));
        const shown = name === undefined ? given.text : `${name}, which ${replaced[name]} replaces,`;
        const module = ['threading', 'concurrent.futures', 'asyncio'].find((each) => call.imports(each));
        return module === undefined
          ? verdict.open(given, 'unknown', { function: shown })
          : verdict.fail(given, 'threads', { function: shown, module });
      }
      const isSetUp = ['start_new_session', 'process_group', 'user', 'group', 'umask'].some((each) =>
        call.argument(each).isGiven(),
      );
      return isSetUp && given.isAbsent() ? verdict.pass(call, evidence.option) : undefined;
    },
    fixes: [
      {
        class: 'safe',
        title: 'Use the option that does the same',
        make(call, edit) {
          const given = processOption(call, 'preexec_fn');
          if (given.is('os.setsid')) return edit.replaceArgument(call, 'preexec_fn', 'start_new_session=True');
          if (!given.is('os.setpgrp')) return edit.refuse('what the function does has no option of its own');
          edit.needsPython(3, 11);
          return edit.replaceArgument(call, 'preexec_fn', 'process_group=0');
        },
      },
    ],
  },
});

export default quietInTests(rule);
