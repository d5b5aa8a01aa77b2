import { type CallSite, defineRule, type Fix, type Judge } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { namedFixState } from '../named-release.ts';
import { inCode } from '../written-in-code.ts';

const evidence = {
  mended: 'every Python that the project may run on makes and removes temporary directories safely',
  kept: 'the directory is not removed by this object',
} as const;

/** CVE-2023-6597: removing the directory changes the mode of what links in it lead to. */
const removal: Fix = { since: [3, 13], backports: { '3.8': 19, '3.9': 19, '3.10': 14, '3.11': 8, '3.12': 2 } };
/** CVE-2024-4030: on Windows os.mkdir() takes no notice of the mode 0700. */
const access: Fix = { since: [3, 13], backports: { '3.8': 20, '3.9': 20, '3.10': 15, '3.11': 10, '3.12': 4 } };

const rule = defineRule({
  id: 'tempfile/unmended-directory',
  code: 'TMP-11',
  title:
    'Older releases of Python follow links when they remove a temporary directory, or let others into it on Windows',
  anchor: 'library/tempfile.html#tempfile.TemporaryDirectory',
  severity: { network: 'medium', file: 'medium', shipped: 'low', constant: 'low' },
  cwe: [59, 276],
  aliases: [],
  advice: 'Run on the latest patch release of a Python that is still maintained.',
  question:
    'Which release of Python runs this, on Windows too, and do others put files into the folder before it is removed?',
  docs: {
    why:
      'Where removing a file failed, TemporaryDirectory changed the mode of what a link led to, outside the directory ' +
      'too. On Windows mkdtemp() made directories that other users could enter. Both were mended in patch releases.',
    fails: '# python: =3.11.7\nimport tempfile\nwith tempfile.TemporaryDirectory() as folder:\n    pass',
    passes: '# python: =3.12.4\nimport tempfile\nwith tempfile.TemporaryDirectory() as folder:\n    pass',
    evidence: Object.values(evidence),
    limits:
      'Nothing is said where no patch release of Python is named; what distributions mend in old releases is not known, ' +
      'nor whether the project runs on Windows.',
  },
  messages: {
    removal:
      'Python {release}, on which the project runs ({source}), changes modes through links when it removes the directory (CVE-2023-6597)',
    'perhaps-removal':
      'Python {release}, on which the project may run, changes modes through links when it removes the directory (CVE-2023-6597)',
    access:
      'Python {release}, on which the project may run, lets other users of Windows enter the directory (CVE-2024-4030)',
  },
  on: [
    {
      kind: 'call',
      to: ['tempfile.TemporaryDirectory'],
      judge(call, verdict) {
        // Python 3.12 and later
        if (call.argument('delete').truth() === false) return verdict.pass(call, evidence.kept);
        const state = namedFixState(call.target, removal);
        if (state?.kind === 'missing') {
          return verdict.fail(call, 'removal', { release: state.release, source: state.source }, inCode);
        }
        if (state?.kind === 'unknown') {
          return verdict.open(call, 'perhaps-removal', { release: state.release }, { severity: 'low' });
        }
        return judgeAccess(call, verdict);
      },
    },
    { kind: 'call', to: ['tempfile.mkdtemp'], judge: judgeAccess },
  ],
});

function judgeAccess(call: CallSite, verdict: Judge<'access'>) {
  const state = namedFixState(call.target, access);
  if (state === undefined) return undefined;
  if (state.kind === 'fixed') return verdict.pass(call, evidence.mended);
  return verdict.open(call, 'access', { release: state.release }, { severity: 'low' });
}

export default quietInTests(rule);
