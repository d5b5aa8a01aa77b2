import { defineRule } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';

const evidence = { owner: 'only the owner can write to the file' } as const;

const rule = defineRule({
  id: 'tempfile/permissions-widened',
  code: 'TMP-07',
  title: 'A temporary file that others may write to can be changed while it is in use',
  anchor: 'library/tempfile.html#tempfile.mkstemp',
  severity: { network: 'medium', file: 'medium', shipped: 'medium', constant: 'medium' },
  cwe: [276, 732],
  aliases: ['B103', 'S103'],
  advice: 'Leave the mode as it was created: 0600 for files, 0700 for directories.',
  question: 'Which users can write to this file, and is anything read back from it?',
  docs: {
    why: 'mkstemp() and mkdtemp() create what only the owner can open. Write permission for others gives that away.',
    fails: 'import os, tempfile\nfd, path = tempfile.mkstemp()\nos.chmod(path, 0o666)',
    passes: 'import os, tempfile\nfd, path = tempfile.mkstemp()\nos.chmod(path, 0o600)',
    evidence: Object.values(evidence),
    limits: 'A mode that only lets others read is not reported.',
  },
  messages: {
    others: 'mode {mode} lets others write to a temporary file',
    unknown: 'whether mode {mode} lets others write to a temporary file is not known',
  },
  on: {
    kind: 'call',
    to: ['concept:path-mode'],
    judge(call, verdict) {
      const path = call.name.startsWith('pathlib.') ? call.receiver() : call.positional[0];
      if (path?.isDerivedFrom('concept:temp-file', 'concept:temp-directory', 'concept:temp-name') !== true)
        return undefined;
      const mode = call.operand();
      const bits = mode.number();
      if (bits !== undefined) {
        return (bits & 0o022) === 0
          ? verdict.pass(call, evidence.owner)
          : verdict.fail(mode, 'others', { mode: `0o${bits.toString(8)}` });
      }
      const flags = mode.flags();
      if (flags?.some((flag) => !flag.isNegated && /^stat\.S_(IWGRP|IWOTH|IRWXG|IRWXO)$/.test(flag.name))) {
        return verdict.fail(mode, 'others', { mode: mode.text });
      }
      if (flags?.every((flag) => /^stat\.S_I\w+$/.test(flag.name))) return verdict.pass(call, evidence.owner);
      return verdict.open(mode, 'unknown', { mode: mode.text });
    },
  },
});

export default quietInTests(rule);
