import { defineRule, isAtLeast, mayReach, type StartLineSite } from '../../rulekit/index.ts';
import { isShared } from '../../startup/index.ts';
import { onlyFailuresInTests } from '../in-tests.ts';

const evidence = {
  path: 'the line adds a directory and runs nothing',
  replaced: 'a .start file of the same name takes the place of the import lines',
} as const;

/** What code that only makes a package importable has no use for. */
const hidden: ReadonlyMap<string, string> = new Map([
  ['concept:code-execute', 'runs text as code'],
  ['concept:deserialize', 'unpickles'],
  ['concept:deserialize-code', 'loads marshalled code'],
  ['concept:http-request', 'fetches something from the network'],
  ['concept:os-command', 'runs a shell command'],
  ['concept:start-process', 'starts a program'],
  ['concept:native-library-load', 'loads a native library'],
  ['concept:lenient-base64-decode', 'decodes what is hidden in it'],
  ['concept:decompress', 'decompresses what is hidden in it'],
  ['concept:socket-bind', 'opens a port'],
]);

const rule = defineRule({
  id: 'isolation/code-at-start',
  code: 'ISO-07',
  title: 'Code runs whenever Python starts, whatever it is started for',
  anchor: 'library/site.html',
  severity: { network: 'high', file: 'high', shipped: 'high', constant: 'high' },
  cwe: [94, 829, 506],
  aliases: [],
  advice: 'Leave only directories in .pth files; what a program needs at its start belongs into the program.',
  question: 'Who put this code where Python runs it at each start, and who can write to the file?',
  docs: {
    why:
      'Import lines of .pth files, entry points of .start files, sitecustomize and usercustomize are run by every Python ' +
      'of the environment before its program, and nobody sees them do so: the favourite place of malicious packages.',
    fails: '# file: own.pth\nimport base64; exec(base64.b64decode("cHJpbnQoMSk="))',
    passes: '# file: own.pth\n../src\n/opt/own/lib',
    evidence: Object.values(evidence),
    limits: 'What an imported module does when it is imported is not followed from the line that imports it.',
  },
  messages: {
    hidden: 'this is run whenever Python starts, and {what}',
    code: 'this is run whenever Python starts',
    entryPoint: '{value} is called whenever Python starts (3.15 and later)',
    shared: 'every Python of the environment imports from {value}, where anyone can put a module',
    module: '{module} is imported whenever Python starts',
  },
  on: [
    {
      kind: 'start-line',
      judge(line, verdict) {
        const { value } = line;
        switch (line.lineKind) {
          case 'path':
            if (line.fileKind !== 'path-file') return undefined;
            return isShared(value) ? verdict.fail(line, 'shared', { value }) : verdict.pass(line, evidence.path);
          case 'code': {
            if (isReplaced(line)) return verdict.pass(line, evidence.replaced);
            const what = whatIsHidden(line.calls());
            if (what !== undefined) return verdict.fail(line, 'hidden', { what });
            return verdict.open(line, 'code', {}, { severity: 'low' });
          }
          case 'entry-point':
            if (!mayReach(line.target, 3, 15) || !/^[A-Za-z_][\w.]*:[\w.]+$/.test(value)) return undefined;
            return verdict.open(line, 'entryPoint', { value }, { severity: 'low' });
          default:
            return undefined;
        }
      },
    },
    {
      kind: 'module-file',
      judge(file, verdict) {
        if (file.reason !== 'start') return undefined;
        const { module } = file;
        const what = whatIsHidden(file.calls());
        if (what !== undefined) return verdict.fail(file, 'hidden', { what });
        return verdict.open(file, 'module', { module }, { severity: 'low' });
      },
    },
  ],
});

export default onlyFailuresInTests(rule);

function whatIsHidden(calls: readonly string[]): string | undefined {
  for (const [name, what] of hidden) if (calls.includes(name)) return what;
  return undefined;
}

/** Python 3.15 reads `own.start` in the place of the import lines of `own.pth`. */
function isReplaced(line: StartLineSite): boolean {
  const name = line.path.slice(line.path.lastIndexOf('/') + 1).replace(/\.pth$/, '.start');
  return isAtLeast(line.target, 3, 15) && line.beside.includes(name);
}
