// Safe fixes keep what programs do. Each program is run by CPython on sample inputs before and after `heed fix`; results,
// exceptions, log records and the processes that would be started must be the same.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadPyodide } from 'pyodide';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Target, Trigger } from '../../src/rulekit/index.ts';
import { considerations } from '../../src/rules/index.ts';
import { fixText } from './fix-text.ts';

interface Case {
  readonly rule: string;
  readonly source: string;
  /** arguments of `run`, as Python writes them */
  readonly inputs: readonly string[];
  readonly target?: Target;
}

const texts = ['("",)', '("a",)', '("100% {} \\n%s %(x)s",)', '("é\\udc80\\x00",)'];
const values = [...texts, '(None,)', '((1, 2),)', '({"a": 1},)', '(b"x",)', '(3.5,)'];
const logged = (call: string): Case => ({
  rule: 'logging/message-from-input',
  source: `import logging\nimport flask\nlog = logging.getLogger("app")\ndef run(_):\n    user = flask.request.args["x"]\n    ${call}\n`,
  inputs: values,
});
const started = (call: string): Case => ({
  rule: 'subprocess/shell-command-from-input',
  source: `import os, subprocess\ndef run(folder):\n    ${call}\n`,
  inputs: ['(None,)', '("/srv",)'],
});
const later: Target = { minimum: [3, 11], maximum: [3, 14], source: 'configuration' };

const cases: readonly Case[] = [
  logged('log.info(f"user {user}")'),
  logged('log.warning(f"100% {user} {user!r} %s\\n\\t\'\\"", exc_info=False)'),
  logged('logging.error("user {} of {}".format(user, [user]))'),
  logged('log.log(logging.DEBUG, "user %s %%" % str(user))'),
  logged('log.info("user " + str(user) + " seen")'),
  started('return subprocess.check_output("git log --oneline -n 3", shell=True, cwd=folder)'),
  started("subprocess.run('ls -l  /srv/data.d', shell=True, check=True, cwd=folder)"),
  started('subprocess.check_call("  make -j4 all  ", shell=True, env={"A": "b"})'),
  {
    rule: 'subprocess/preexec-with-threads',
    source:
      'import os, subprocess, threading\ndef run(folder):\n    subprocess.Popen(["ls"], preexec_fn=os.setsid, cwd=folder).wait()\n',
    inputs: ['(None,)', '("/srv",)'],
  },
  {
    rule: 'subprocess/preexec-with-threads',
    source: 'import os, subprocess, threading\ndef run(folder):\n    subprocess.run(["ls"], preexec_fn=os.setpgrp)\n',
    inputs: ['(None,)'],
    target: later,
  },
  {
    rule: 'hashlib/weak-algorithm',
    source:
      'import hashlib\nfrom hashlib import sha1\ndef run(data):\n    etag = sha1(data).hexdigest()\n    cache_key = hashlib.new("md5", data).hexdigest()\n    return etag, cache_key\n',
    inputs: ['(b"",)', '(b"abc",)', '(bytearray(3),)', '("text",)', '(None,)'],
  },
  {
    rule: 'base64/removed-interface',
    source: 'import base64\ndef run(data):\n    return base64.encodestring(data)\n',
    inputs: ['(b"",)', '(b"a" * 100,)', '("text",)'],
  },
];

let run: (given: string) => string;
beforeAll(async () => {
  const pyodide = await loadPyodide();
  pyodide.FS.writeFile('/behaviour.py', readFileSync(fileURLToPath(new URL('behaviour.py', import.meta.url))));
  pyodide.runPython('import sys; sys.path.insert(0, "/")\nimport behaviour');
  // Enough of flask for a program that heed takes for a view: a mapping, filled with the input.
  pyodide.runPython('import types\nbehaviour.old_module("flask", request=types.SimpleNamespace(args={}))');
  run = pyodide.runPython('behaviour.run_program') as (given: string) => string;
}, 120_000);

describe('a program does after a safe fix what it did before', () => {
  test.each(cases.map((each) => [`${each.rule}: ${each.source.split('\n').at(-2)?.trim()}`, each] as const))(
    '%s',
    async (_, { rule, source, inputs, target }) => {
      const rules = considerations.filter(({ id }) => id === rule);
      const { text, outcome } = await fixText(source, { rules, ...(target === undefined ? {} : { target }) });
      expect(outcome.fixed.map(({ finding }) => finding.fix?.class)).toContain('safe');
      expect(outcome.fixed.map(({ finding }) => finding.fix?.class)).not.toContain('unsafe');
      const outcomes = (program: string) => JSON.parse(run(JSON.stringify({ source: program, inputs })));
      const before = outcomes(source);
      expect(outcomes(text)).toEqual(before);
      // A program that fails on every input shows nothing.
      expect(before.some(({ result }: { result: string }) => !/^\w+Error: /.test(result))).toBe(true);
    },
    60_000,
  );

  test('the comparison sees a difference', () => {
    const outcome = (call: string) =>
      run(
        JSON.stringify({ source: `import logging\ndef run(x):\n    logging.info(${call}, x)\n`, inputs: ['("a",)'] }),
      );
    expect(outcome('"%s"')).not.toBe(outcome('"%r"'));
  });

  test('every rule with a safe fix is here', () => {
    const safe = considerations.filter(({ on }) =>
      ([on].flat() as Trigger[]).some(({ fixes = [] }) => fixes.some((recipe) => recipe.class === 'safe')),
    );
    expect([...new Set(cases.map(({ rule }) => rule))].sort()).toEqual(safe.map(({ id }) => id).sort());
  });
});
