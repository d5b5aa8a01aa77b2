import { defineRule } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { inCode } from '../written-in-code.ts';

const evidence = { private: 'the name lies in a directory that only this process can enter' } as const;

const rule = defineRule({
  id: 'tempfile/name-before-file',
  code: 'TMP-01',
  alsoCodes: ['TMP-02'],
  title: 'A name that is free now can be taken by someone else before the file is made',
  anchor: 'library/tempfile.html#tempfile-mktemp-deprecated',
  severity: { network: 'high', file: 'high', shipped: 'high', constant: 'high' },
  cwe: [377, 367, 379],
  aliases: ['B306', 'B325', 'S306'],
  advice: 'Use mkstemp(), NamedTemporaryFile(delete=False), or a name inside mkdtemp().',
  docs: {
    why: 'mktemp() only says that nothing of this name exists. Whoever creates a file or link of the name first decides what the program then opens.',
    fails: 'import tempfile\nopen(tempfile.mktemp(), "w")',
    passes: 'import tempfile\nfile = tempfile.NamedTemporaryFile("w", delete=False)',
    evidence: Object.values(evidence),
    limits: 'How the name is used afterwards is not looked at.',
  },
  messages: {
    race: '{name}() gives a name, not a file: someone else can create it first',
    part: '{name}() gives names only; whether a file is then made safely is not known',
    removed: '{name}() gives a name that others can guess, and is gone from Python 3',
  },
  on: {
    kind: 'call',
    to: ['concept:temp-name'],
    judge(call, verdict) {
      if (call.name.startsWith('os.'))
        return verdict.fail(call, 'removed', { name: call.name }, { ...inCode, code: 'TMP-02' });
      // the random part alone, which may also name something that is no file here
      if (call.name.endsWith('._get_candidate_names')) return verdict.open(call, 'part', { name: call.name });
      // a name for a Windows pipe, which is no file
      const start = call.argument('prefix', 1).textParts()?.[0];
      if (typeof start === 'string' && start.startsWith('\\\\.\\pipe\\')) return undefined;
      const directory = call.argument('dir', 2);
      const isPrivate = directory.isGiven() && directory.isDerivedFrom('concept:temp-directory');
      return isPrivate ? verdict.pass(call, evidence.private) : verdict.fail(call, 'race', { name: call.name }, inCode);
    },
  },
});

export default quietInTests(rule);
