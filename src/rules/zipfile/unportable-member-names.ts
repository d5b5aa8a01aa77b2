import { type CallSite, defineRule } from '../../rulekit/index.ts';
import { isForeign } from '../foreign-origin.ts';
import { quietInTests } from '../in-tests.ts';
import { hasNameCheck, isWritten, originOfArchive } from './archive-source.ts';

const evidence = { checked: 'the names of the members are checked before' } as const;

/** Modules that are there on Windows alone. */
const windowsModules = [
  'msvcrt',
  'winreg',
  '_winreg',
  'winsound',
  'win32api',
  'win32con',
  'win32file',
  'pythoncom',
  'winshell',
];

const rule = defineRule({
  id: 'zipfile/unportable-member-names',
  code: 'ZIP-14',
  title: 'Names in an archive may be devices, streams or too long for the file system',
  anchor: 'library/zipfile.html#file-system-limitations',
  severity: { network: 'low', file: 'low', shipped: 'low', constant: 'low' },
  cwe: [67, 69, 41],
  aliases: [],
  advice:
    'Refuse names outside a pattern such as [A-Za-z0-9_.-]{1,100}, and names that PureWindowsPath.is_reserved() knows.',
  question: 'Who makes these archives, and on which systems are they unpacked?',
  docs: {
    why: 'On Windows NUL, CON and COM1 are devices under any extension, and a dot or space at the end is dropped, so that two names become one. A name of more than 255 bytes stops the extraction half-way on most systems.',
    fails: `import msvcrt, zipfile, flask
zipfile.ZipFile(flask.request.files["archive"]).extractall("out")`,
    passes: `import msvcrt, re, zipfile, flask
def view():
    archive = zipfile.ZipFile(flask.request.files["archive"])
    for name in archive.namelist():
        if not re.fullmatch(r"[a-z0-9]{1,64}", name):
            raise ValueError(name)
    archive.extractall("out")`,
    evidence: Object.values(evidence),
    limits: 'A program is known to run on Windows by modules that only exist there.',
  },
  messages: {
    windows: 'the names in {source} may be devices of Windows, or end in dots that it drops',
    unknown: 'the names in {source} are not checked: some are too long to be written, others are devices on Windows',
  },
  on: {
    kind: 'call',
    to: ['zipfile.ZipFile.extractall', 'zipfile.ZipFile.extract'],
    judge(call, verdict) {
      const archive = call.receiver();
      if (archive === undefined || isWritten(archive)) return undefined;
      const origin = originOfArchive(archive);
      if (!isForeign(origin, call)) return undefined;
      if (hasNameCheck(call)) return verdict.pass(call, evidence.checked);
      const source = origin.text;
      return isForWindows(call)
        ? verdict.fail(call, 'windows', { source }, { provenance: origin.provenance })
        : verdict.open(call, 'unknown', { source }, { severity: 'low' });
    },
  },
});

export default quietInTests(rule);

function isForWindows(call: CallSite): boolean {
  return windowsModules.some((module) => call.imports(module));
}
