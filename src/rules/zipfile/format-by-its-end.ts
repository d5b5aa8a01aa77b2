import { type CallSite, defineRule } from '../../rulekit/index.ts';
import { isForeign } from '../foreign-origin.ts';
import { quietInTests } from '../in-tests.ts';

const evidence = {
  opened: 'the archive is opened, which reads its whole directory',
} as const;

const openers = ['concept:archive-open', 'concept:archive-unpack', 'zipfile.ZipFile.testzip'];

const rule = defineRule({
  id: 'zipfile/format-by-its-end',
  code: 'ZIP-07',
  title: 'is_zipfile looks at the end of a file; what stands before can be a page or a program',
  anchor: 'library/zipfile.html#zipfile.is_zipfile',
  severity: { network: 'medium', file: 'low', shipped: 'low', constant: 'low' },
  cwe: [434, 351],
  aliases: [],
  advice: 'Open the archive, and refuse it when its first member does not start at offset 0.',
  question: 'Does whoever uses this file open it as an archive, or could it be served or run as something else?',
  docs: {
    why: 'An archive is found from its end, so that any file becomes one when an archive is appended to it. An upload that was let in as an archive is then served as HTML or run as a script.',
    fails: `import zipfile, flask
def view():
    upload = flask.request.files["archive"]
    if zipfile.is_zipfile(upload):
        upload.save("/srv/uploads/a")`,
    passes: `import zipfile, flask
def view():
    upload = flask.request.files["archive"]
    if zipfile.is_zipfile(upload):
        return zipfile.ZipFile(upload).namelist()`,
    evidence: Object.values(evidence),
    limits: 'A file that is handed to another function is taken to be opened there.',
  },
  messages: {
    only: '{source} is taken for an archive by its end alone',
    perhaps: '{source} is taken for an archive by its end alone, unless whoever asks {function}() opens it',
  },
  on: {
    kind: 'call',
    to: ['zipfile.is_zipfile'],
    judge(call, verdict) {
      const file = call.argument('filename', 0);
      const origin = file.origin();
      if (!file.isGiven() || !isForeign(origin, call)) return undefined;
      if (call.siblingCalls(...openers).length > 0) return verdict.pass(call, evidence.opened);
      const name = file.lastName;
      if (name !== undefined && isHandedOn(call, name)) return undefined;
      const { functionName } = call;
      const isAnswer = functionName !== '' && call.resultNames().includes(functionName);
      return isAnswer
        ? verdict.open(call, 'perhaps', { source: origin.text, function: functionName }, { severity: 'low' })
        : verdict.fail(call, 'only', { source: origin.text }, { provenance: origin.provenance });
    },
  },
});

export default quietInTests(rule);

/** The same variable goes to a function of the project, which may open it. */
function isHandedOn(call: CallSite, name: string): boolean {
  return (call.enclosingFunction()?.calls() ?? []).some(
    (each) =>
      each.names.some((called) => called.startsWith(`${call.moduleName}.`)) &&
      each.positional.some((value) => value.lastName === name),
  );
}
