import { defineRule, type UseView } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';

const evidence = {
  alone: 'the file is opened in binary mode, and only closed afterwards',
  sought: 'the position of the file is set again before it is read on',
} as const;

const openers = ['builtins.open', 'io.open', 'os.fdopen', 'pathlib.Path.open'];
const readers = new Set([
  'read',
  'read1',
  'readline',
  'readlines',
  'readinto',
  '__iter__',
  '__next__',
  'write',
  'tell',
]);

const rule = defineRule({
  id: 'hashlib/file-state-after-digest',
  code: 'HASH-15',
  title: 'After file_digest() nobody knows where in the file reading goes on',
  anchor: 'library/hashlib.html#hashlib.file_digest',
  severity: { network: 'low', file: 'low', shipped: 'low', constant: 'low' },
  cwe: [573],
  aliases: [],
  advice: 'Open the file in binary mode, and call seek() or open it again before it is read on.',
  question: 'Is this file opened in binary mode, and does anyone read on in it after the digest was made?',
  docs: {
    why:
      'file_digest() may go round Python’s buffers to the file descriptor, and leaves the file object in an unknown ' +
      'state. What is read on from there can be something else than what was hashed; of a file in text mode nothing is hashed at all.',
    fails:
      'import hashlib\nwith open("data.bin", "rb") as file:\n    digest = hashlib.file_digest(file, "sha256")\n    data = file.read()',
    passes: 'import hashlib\nwith open("data.bin", "rb") as file:\n    digest = hashlib.file_digest(file, "sha256")',
    evidence: Object.values(evidence),
    limits: 'Only files that are opened in the same function are followed.',
  },
  messages: {
    read: 'file_digest() leaves {file} in an unknown state, and it is read on without seek()',
    text: '{file} is opened in text mode, of which file_digest() raises ValueError',
    mode: 'whether {file} is opened in binary mode is not known',
  },
  on: {
    kind: 'call',
    to: ['hashlib.file_digest'],
    judge(call, verdict) {
      const file = call.argument('fileobj', 0);
      const opener = file.callTo(...openers);
      if (opener === undefined) return undefined;
      const mode = opener.argument('mode', opener.name === 'pathlib.Path.open' ? 0 : 1);
      const text = mode.isAbsent() ? 'r' : mode.string();
      const parameters = { file: file.text };
      if (text === undefined) return verdict.open(file, 'mode', parameters);
      if (!text.includes('b')) return verdict.fail(file, 'text', parameters, { severity: 'low' });
      const later = opener.uses().filter((use) => use.subject.span.start > call.span.end);
      const at = later.findIndex(isRead);
      if (at < 0) return later.some(isUnknown) ? undefined : verdict.pass(call, evidence.alone);
      const isSought = later.slice(0, at).some((use) => use.kind === 'call' && use.method === 'seek');
      return isSought
        ? verdict.pass(call, evidence.sought)
        : verdict.fail(file, 'read', parameters, { severity: 'low' });
    },
  },
});

const isRead = (use: UseView): boolean => use.kind === 'call' && readers.has(use.method);

/** Handed on, or given back: somebody may read it there. */
const isUnknown = (use: UseView): boolean => use.kind === 'argument' || use.kind === 'escape';

export default quietInTests(rule);
