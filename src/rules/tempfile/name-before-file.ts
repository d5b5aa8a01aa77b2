import { type CallSite, defineRule, type Editor } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { inCode } from '../written-in-code.ts';

const evidence = {
  private: 'the name lies in a directory that only this process can enter',
  exclusive: 'what is made under the name first cannot be made when the name is taken',
} as const;

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
  question: 'Who else can create a file of this name in this folder before the program does?',
  docs: {
    why: 'mktemp() only says that nothing of this name exists. Whoever creates a file or link of the name first decides what the program then opens.',
    fails: 'import tempfile\nopen(tempfile.mktemp(), "w")',
    passes: 'import tempfile\nfile = tempfile.NamedTemporaryFile("w", delete=False)',
    evidence: Object.values(evidence),
    limits: 'Of what happens to the name afterwards only its first use in the same function is looked at.',
  },
  messages: {
    race: '{name}() gives a name, not a file: someone else can create it first',
    directory: '{name}() gives a name, not a file; whether others can make files in {directory} is not known',
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
      if (isPrivate) return verdict.pass(call, evidence.private);
      if (isMadeExclusively(call)) return verdict.pass(call, evidence.exclusive);
      if (directory.isGiven() && ['parameter', 'unknown'].includes(directory.origin().provenance)) {
        return verdict.open(directory, 'directory', { name: call.name, directory: directory.text }, inCode);
      }
      return verdict.fail(call, 'race', { name: call.name }, inCode);
    },
    fixes: [
      {
        class: 'unsafe',
        title: 'Make the file together with its name',
        for: ['race', 'directory'],
        make(call, edit) {
          if (call.name !== 'tempfile.mktemp') return edit.refuse('it is no call of tempfile.mktemp()');
          const opened = call.outerCall();
          return opened?.name === 'builtins.open' ? openNamed(call, opened, edit) : makeFile(call, edit);
        },
      },
    ],
  },
});

/** `os.symlink(source, name)`, `os.mkdir(name)` and `open(name, "x")` raise when something of the name exists. */
function isMadeExclusively(call: CallSite): boolean {
  const first = call.uses().find(({ kind }) => kind === 'argument' || kind === 'escape');
  if (first?.kind !== 'argument') return false;
  const { span } = first.call;
  const isFirst = (other: CallSite) => other.span.start === span.start && other.span.end === span.end;
  const maker = call.siblingCalls('concept:path-create').find(isFirst);
  if (maker !== undefined) {
    const named = maker.operand().span;
    return named.start === first.subject.span.start && maker.argument('exist_ok').truth() !== true;
  }
  const opened = call.siblingCalls('builtins.open').find(isFirst);
  return opened?.argument('mode', 1).string()?.includes('x') ?? false;
}

export default quietInTests(rule);

/** `open(mktemp(".x"), "w")` → `NamedTemporaryFile("w", suffix=".x", delete=False)` */
function openNamed(call: CallSite, opened: CallSite, edit: Editor): undefined {
  const mode = edit.argument(opened, 'mode', 1);
  if (mode === undefined || !/^[wx+bt]+$/.test(edit.literal(mode) ?? ''))
    return edit.refuse('the file is not opened for writing');
  if (edit.argument(opened, 'file', 0)?.span.start !== call.span.start)
    return edit.refuse('the name is not what is opened');
  const passed = (from: CallSite, names: readonly string[], first: number) =>
    names.flatMap((name, at) => {
      const value = edit.argument(from, name, first + at);
      return value === undefined ? [] : [`${name}=${edit.textOf(value)}`];
    });
  const options = [
    ...passed(opened, ['buffering', 'encoding', 'errors', 'newline'], 2),
    ...passed(call, ['suffix', 'prefix', 'dir'], 0),
  ];
  const made = edit.name('tempfile.NamedTemporaryFile');
  return edit.replace(opened, `${made}(${[edit.textOf(mode), 'delete=False', ...options].join(', ')})`);
}

/** `name = mktemp(".x")` → `fd, name = mkstemp(".x")` and `os.close(fd)` */
function makeFile(call: CallSite, edit: Editor): undefined {
  const handle = edit.freshName('fd');
  edit.setTarget(call, `${handle}, ${edit.targetOf(call)}`);
  edit.replaceCallee(call, edit.name('tempfile.mkstemp'));
  edit.insertAfter(call, `${edit.name('os.close')}(${handle})`);
}
