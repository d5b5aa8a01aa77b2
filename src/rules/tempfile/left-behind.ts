import { type CallSite, defineRule, type UseView } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { inCode } from '../written-in-code.ts';

const evidence = {
  used: 'the descriptor is closed or written through',
  deleted: 'the file is deleted or moved to its place',
} as const;

const users = [
  'os.close',
  'os.fdopen',
  'builtins.open',
  'io.open',
  'io.FileIO',
  'os.write',
  'os.closerange',
  'os.dup2',
];
const removers = [
  'os.unlink',
  'os.remove',
  'os.rename',
  'os.replace',
  'shutil.move',
  'shutil.rmtree',
  'pathlib.Path.unlink',
  'pathlib.Path.rename',
  'pathlib.Path.replace',
];

const rule = defineRule({
  id: 'tempfile/left-behind',
  code: 'TMP-05',
  title: 'The open descriptor that mkstemp gives, or a file that is not deleted by itself, is left behind',
  anchor: 'library/tempfile.html#tempfile.mkstemp',
  severity: { network: 'low', file: 'low', shipped: 'low', constant: 'low' },
  cwe: [772, 459, 403],
  aliases: [],
  advice: 'Write through os.fdopen(descriptor, "w"), and delete the file in a finally block.',
  question: 'Which code closes and deletes this file, also after an error?',
  docs: {
    why:
      'mkstemp() gives an open descriptor. Whoever takes only the name leaks it, until the process has no more to open, ' +
      'and opens by name what was created so carefully. What is in files that nobody deletes stays on the disk.',
    fails:
      'import tempfile\ndef write(text):\n    path = tempfile.mkstemp()[1]\n    with open(path, "w") as file:\n        file.write(text)',
    passes:
      'import os, tempfile\ndef write(text):\n    descriptor, path = tempfile.mkstemp()\n    with os.fdopen(descriptor, "w") as file:\n        file.write(text)\n    os.unlink(path)',
    evidence: Object.values(evidence),
    limits: 'Only the function that creates the file is looked at; whoever it gives the name to may delete the file.',
  },
  messages: {
    descriptor: 'the open descriptor is thrown away: nothing can close it any more',
    unused: 'nothing here closes or uses the open descriptor {name}',
    file: 'delete=False keeps the file, and whether anything deletes it is not known',
  },
  on: [
    {
      kind: 'call',
      to: ['tempfile.mkstemp'],
      judge(call, verdict) {
        if (!call.isResultUsed || isTakenByName(call)) return verdict.fail(call, 'descriptor', {}, inCode);
        const names = call.resultNames();
        const [name] = names;
        if (names.length !== 2 || name === undefined) return undefined;
        const mentions = call.siblingCalls().filter((each) => isMentioned(each, name));
        if (mentions.some((each) => each.names.some((callee) => users.includes(callee)))) {
          return verdict.pass(call, evidence.used);
        }
        const own = call.enclosingFunction();
        const isKept =
          own === undefined || own.assigns(name) || own.returns().some((value) => value.partNames().includes(name));
        if (mentions.length > 0 || isKept) return undefined;
        return /^_+$/.test(name)
          ? verdict.fail(call, 'descriptor', {}, inCode)
          : verdict.fail(call, 'unused', { name }, inCode);
      },
    },
    {
      kind: 'call',
      to: ['tempfile.NamedTemporaryFile'],
      judge(call, verdict) {
        if (call.argument('delete').truth() !== false) return undefined;
        const isDeleted = call
          .siblingCalls(...removers)
          .some((each) => [...each.positional, each.receiver()].some((value) => value?.isDerivedFrom(call.name)));
        if (isDeleted) return verdict.pass(call, evidence.deleted);
        return verdict.open(call, 'file', {}, { severity: 'low' });
      },
    },
  ],
});

/** `mkstemp()[1]`: of the pair only the name is looked at. */
function isTakenByName(call: CallSite): boolean {
  const uses = call.uses();
  return uses.length > 0 && uses.every(isItem);
}

const isItem = (use: UseView): boolean =>
  use.kind === 'call' && use.method === '__getitem__' && [1, -1].includes(use.call.positional[0]?.number() ?? 0);

const isMentioned = (call: CallSite, name: string): boolean =>
  [...call.positional, ...call.keywords.map((keyword) => call.argument(keyword)), call.receiver()].some((value) =>
    value?.partNames().includes(name),
  );

export default quietInTests(rule);
