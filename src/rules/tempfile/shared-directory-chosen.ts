import { defineRule, type Judge, type SiteContext, type ValueView } from '../../rulekit/index.ts';
import { isForeign } from '../foreign-origin.ts';
import { quietInTests } from '../in-tests.ts';

const evidence = { own: 'the directory was made for this process alone' } as const;

const variables = new Set(['TMPDIR', 'TEMP', 'TMP']);

type MessageId = 'hostile' | 'unknown' | 'working';

const rule = defineRule({
  id: 'tempfile/shared-directory-chosen',
  code: 'TMP-06',
  title: 'A temporary directory that is chosen for the whole process decides where every library puts its files',
  anchor: 'library/tempfile.html#tempfile.tempdir',
  severity: { network: 'high', file: 'medium', shipped: 'low', constant: 'medium' },
  cwe: [379, 378],
  aliases: [],
  advice: 'Leave tempfile.tempdir alone and pass dir= where a file has to lie elsewhere.',
  question: 'Who can write to this folder, and do all libraries of the process work there safely?',
  docs: {
    why: 'tempfile.tempdir and TMPDIR apply to all code of the process and its children. A directory that others can write to, or that input names, puts all their files there.',
    fails: 'import tempfile\ntempfile.tempdir = "."',
    passes: 'import tempfile\ntempfile.tempdir = tempfile.mkdtemp()',
    evidence: Object.values(evidence),
    limits: 'Who can write to a directory of constant name is not seen.',
  },
  messages: {
    hostile: '{source} decides where all temporary files of this process lie',
    working: 'all temporary files of this process lie in the working directory',
    unknown: 'all temporary files of this process lie in {value}, and who can write there is not known',
  },
  on: [
    {
      kind: 'store',
      to: ['tempfile.tempdir'],
      judge: (store, verdict) => judgeDirectory(store.value, store, verdict),
    },
    {
      kind: 'store',
      to: ['os.environ[]'],
      judge: (store, verdict) =>
        variables.has(store.key?.string() ?? '') ? judgeDirectory(store.value, store, verdict) : undefined,
    },
  ],
});

export default quietInTests(rule);

function judgeDirectory(value: ValueView, site: SiteContext, verdict: Judge<MessageId>) {
  if (value.isNone()) return undefined;
  if (value.isDerivedFrom('concept:temp-directory')) return verdict.pass(value, evidence.own);
  if (['', '.', './'].includes(value.string() ?? '/') || value.callTo('os.getcwd', 'pathlib.Path.cwd') !== undefined) {
    return verdict.fail(value, 'working');
  }
  const origin = value.origin();
  // a variable of this process decided about the same files before
  if (isForeign(origin, site)) {
    return verdict.fail(value, 'hostile', { source: origin.text });
  }
  return origin.provenance === 'parameter' || origin.provenance === 'unknown'
    ? verdict.open(value, 'unknown', { value: value.text })
    : undefined;
}
