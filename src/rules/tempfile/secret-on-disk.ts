import { type CallSite, defineRule, type ValueView } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { isPretence, isQuantity, secrecyOf } from '../security-words.ts';
import { inCode } from '../written-in-code.ts';

const evidence = {
  unnamed: 'the file has no name and is gone when the program ends',
  deleted: 'the file is deleted when it is closed',
} as const;

const removers = ['os.unlink', 'os.remove', 'shutil.rmtree', 'pathlib.Path.unlink'];
const unnamed = ['tempfile.TemporaryFile', 'tempfile.SpooledTemporaryFile'];

const rule = defineRule({
  id: 'tempfile/secret-on-disk',
  code: 'TMP-12',
  title: 'A secret in a temporary file stays on the disk when the program ends before it deletes it',
  anchor: 'library/tempfile.html#tempfile.TemporaryFile',
  severity: { network: 'low', file: 'low', shipped: 'low', constant: 'low' },
  cwe: [459, 226],
  aliases: [],
  advice: 'Use TemporaryFile or SpooledTemporaryFile; where a name is needed, NamedTemporaryFile in a with statement.',
  question: 'May this secret stay on the disk when the program is killed before it deletes the file?',
  docs: {
    why:
      'Files of mkstemp() and of NamedTemporaryFile(delete=False) are deleted by the program alone. An error in between ' +
      'leaves the key or password in /tmp, for backups and for whoever gets the disk.',
    fails:
      'import os, tempfile\ndef sign(private_key):\n    fd, path = tempfile.mkstemp()\n    with os.fdopen(fd, "wb") as file:\n        file.write(private_key)',
    passes:
      'import tempfile\ndef sign(private_key):\n    with tempfile.TemporaryFile() as file:\n        file.write(private_key)',
    evidence: Object.values(evidence),
    limits: 'Secrets are recognised by their names. A process that is killed leaves files of NamedTemporaryFile too.',
  },
  messages: {
    kept: '{name} is written to a file that nothing here deletes',
    late: '{name} is written to a file that is deleted later; whether an error in between keeps it is not known',
  },
  on: [
    {
      kind: 'call',
      to: ['tempfile.NamedTemporaryFile', ...unnamed],
      judge(call, verdict) {
        const secret = secretAmong(writtenTo(call));
        if (secret === undefined) return undefined;
        if (unnamed.includes(call.name)) return verdict.pass(call, evidence.unnamed);
        const remove = call.argument('delete');
        if (remove.isAbsent() || remove.truth() === true) return verdict.pass(call, evidence.deleted);
        if (remove.truth() === undefined || leaves(call)) return undefined;
        return isDeleted(call)
          ? verdict.open(call, 'late', { name: secret }, { severity: 'low' })
          : verdict.fail(call, 'kept', { name: secret }, inCode);
      },
    },
    {
      kind: 'call',
      to: ['tempfile.mkstemp'],
      judge(call, verdict) {
        // os.write(fd, secret), os.fdopen(fd, "w").write(secret), open(path, "w").write(secret)
        const direct = call.siblingCalls('os.write').filter((each) => each.positional[0]?.isDerivedFrom(call.name));
        const openers = call
          .siblingCalls('os.fdopen', 'builtins.open', 'io.open')
          .filter((each) => each.positional[0]?.isDerivedFrom(call.name));
        const written = [...direct.flatMap((each) => each.positional.slice(1)), ...openers.flatMap(writtenTo)];
        const secret = secretAmong(written);
        if (secret === undefined || leaves(call)) return undefined;
        return isDeleted(call)
          ? verdict.open(call, 'late', { name: secret }, { severity: 'low' })
          : verdict.fail(call, 'kept', { name: secret }, inCode);
      },
    },
  ],
});

function writtenTo(file: CallSite): readonly ValueView[] {
  return file
    .uses()
    .flatMap((use) => (use.kind === 'call' && /^write(lines)?$/.test(use.method) ? use.call.positional : []));
}

/** The name of the first secret among what is written. */
function secretAmong(values: readonly ValueView[]): string | undefined {
  return values
    .filter((value) => value.constants() === undefined)
    .flatMap((value) => value.partNames())
    .find((name) => secrecyOf(name) === 'secret' && !isQuantity(name) && !isPretence(name));
}

/** The name of the file is given back or kept: somebody else may delete it. */
function leaves(call: CallSite): boolean {
  if (call.enclosingClass() !== undefined || call.uses().some(({ kind }) => kind === 'escape')) return true;
  return (
    call
      .enclosingFunction()
      ?.returns()
      .some((value) => value.isDerivedFrom(call.name)) ?? true
  );
}

function isDeleted(call: CallSite): boolean {
  return call
    .siblingCalls(...removers)
    .some((each) => [...each.positional, each.receiver()].some((value) => value?.isDerivedFrom(call.name)));
}

export default quietInTests(rule);
