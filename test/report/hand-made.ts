// One report made by hand, with everything that a format has to cope with: all verdicts, evidence
// and traces across files, a span
// of many lines, tabs, wide characters, hostile control characters, fixes, suppression, and problems of every weight.

import type { Finding, Problem, Report, Span } from '../../src/core/index.ts';
import type { ReportView } from '../../src/report/index.ts';
import type { Rule } from '../../src/rulekit/index.ts';

const encoder = new TextEncoder();

export const texts = {
  'app/cart.py': `import pickle
from flask import request

def restore():
    cookie = request.cookies["cart"]
\treturn pickle.loads(cookie)  # heed: ignore[random/x] -- no
`,
  'app/naïve 文.py': `name = "日本語"; token = random.choice(name)  # \u202e evil \x1b[31m
job = subprocess.run(
    [
        "git",
        "log",
    ],
    shell=True,
)
x = pickle.loads(d)  # nosec
`,
  'app/broken.py': 'def (:\n  pass\n',
};

/** The span of `needle` in a file. */
export function spanOf(path: keyof typeof texts, needle: string): Span {
  const at = texts[path].indexOf(needle);
  if (at < 0) throw new Error(`${path} does not hold ${needle}`);
  const start = encoder.encode(texts[path].slice(0, at)).length;
  return { start, end: start + encoder.encode(needle).length };
}

function finding(path: keyof typeof texts, needle: string, rest: Partial<Finding>): Finding {
  const span = spanOf(path, needle);
  return {
    ruleId: 'pickle/untrusted-load',
    code: 'PKL-01',
    topic: 'pickle',
    verdict: 'fail',
    severity: 'critical',
    path,
    span,
    site: span,
    message: 'the bytes come from flask.request.cookies',
    messageId: 'tainted',
    evidence: [],
    trace: [],
    role: 'app',
    also: [],
    suppression: undefined,
    ...rest,
  };
}

const findings: readonly Finding[] = [
  finding('app/cart.py', 'import pickle', { verdict: 'pass', message: 'the data is made in the same function' }),
  finding('app/cart.py', 'cookie', {
    span: { start: spanOf('app/cart.py', '(cookie)').start + 1, end: spanOf('app/cart.py', '(cookie)').end - 1 },
    site: spanOf('app/cart.py', 'pickle.loads(cookie)'),
    evidence: [
      { path: 'app/cart.py', span: spanOf('app/cart.py', 'request.cookies["cart"]'), text: 'the visitor sets it' },
    ],
    trace: [
      { path: 'app/cart.py', span: spanOf('app/cart.py', 'request.cookies["cart"]'), text: 'the visitor sets it' },
      { path: 'app/naïve 文.py', span: spanOf('app/naïve 文.py', '# \u202e evil'), text: 'it \x1b[2Jpasses here' },
      { path: 'app/naïve 文.py', span: spanOf('app/naïve 文.py', 'job = subprocess.run('), text: 'and here' },
      { path: 'app/gone.py', span: { start: 3, end: 9 }, text: 'and through a file that is not at hand' },
      { path: 'app/cart.py', span: spanOf('app/cart.py', 'pickle.loads(cookie)'), text: 'it is loaded' },
    ],
    also: ['pickle/unbounded-load'],
  }),
  finding('app/naïve 文.py', 'random.choice(name)', {
    ruleId: 'random/predictable-secret',
    code: 'RND-01',
    topic: 'random',
    severity: 'high',
    message: 'token \x1b]0;owned\x07 is made by random.choice',
    fix: {
      class: 'unsafe',
      title: 'Draw it with secrets',
      edits: [
        { start: 0, end: 0, text: 'import secrets\n', isShared: true },
        { ...spanOf('app/naïve 文.py', 'random.choice'), text: 'secrets.choice' },
      ],
      obstacle: undefined,
    },
  }),
  finding(
    'app/naïve 文.py',
    texts['app/naïve 文.py'].slice(
      texts['app/naïve 文.py'].indexOf('subprocess.run('),
      texts['app/naïve 文.py'].indexOf('\nx ='),
    ),
    {
      ruleId: 'subprocess/shell-list',
      code: 'SUB-09',
      topic: 'subprocess',
      verdict: 'open',
      severity: 'medium',
      message: 'the list reaches a shell',
      fix: { class: 'safe', title: 'Leave shell= out', edits: [], obstacle: 'its value \x1b[2J is not known' },
      trace: [{ path: 'app/cart.py', span: spanOf('app/cart.py', 'def restore():'), text: 'a caller gives it' }],
    },
  ),
  finding('app/naïve 文.py', 'd)  #', {
    span: spanOf('app/naïve 文.py', 'pickle.loads(d)'),
    site: spanOf('app/naïve 文.py', 'pickle.loads(d)'),
    suppression: { span: spanOf('app/naïve 文.py', '# nosec'), reason: 'made here', dialect: 'nosec' },
  }),
];

const problems: readonly Problem[] = [
  {
    kind: 'syntax',
    path: 'app/broken.py',
    span: spanOf('app/broken.py', '(:'),
    message: 'a name is missing',
    hidesCode: true,
  },
  {
    kind: 'unreadable',
    path: 'app/secret.py',
    span: undefined,
    message: 'the file could not be read: permission denied',
    hidesCode: true,
  },
  {
    kind: 'suppression',
    path: 'app/cart.py',
    span: spanOf('app/cart.py', '# heed: ignore[random/x] -- no'),
    message: 'there is no rule random/x',
    hidesCode: false,
  },
];

export const report: Report = {
  version: '0.1.0',
  findings,
  problems,
  coverage: { files: 4, analysed: 2, partly: 1, notAnalysed: 1, cutShort: 3, bytes: 420 },
  files: new Map(Object.entries(texts).map(([path, text]) => [path, { path, bytes: encoder.encode(text) }])),
  target: 'Python 3.9 to 3.15 (default)',
  threatModel: 'web',
  threatModelReason: 'app.py imports flask',
  imports: new Map([
    [
      'pickle',
      { filesByRole: { app: 1 }, first: { path: 'app/cart.py', span: spanOf('app/cart.py', 'import pickle') } },
    ],
    ['random', { filesByRole: { app: 1, test: 2 }, first: { path: 'app/gone.py', span: { start: 3, end: 9 } } }],
    ['xml', { filesByRole: { test: 2 }, first: { path: 'test/test_x.py', span: { start: 0, end: 9 } } }],
  ]),
  starts: {
    filesByRole: { app: 1, script: 3 },
    first: { path: 'app/cart.py', span: spanOf('app/cart.py', 'import pickle') },
  },
};

function rule(id: string, code: string, cwe: number): Rule {
  return {
    id,
    code,
    title: `What ${id} is about`,
    anchor: 'library/pickle.html#pickle-restrict',
    severity: { network: 'critical', file: 'high', shipped: 'low', constant: 'none' },
    cwe: [cwe],
    aliases: ['B301'],
    advice: 'keep the data as JSON',
    docs: {
      why: 'It rebuilds any object.',
      fails: 'bad()',
      passes: 'good()',
      evidence: ['made here'],
      limits: 'None.',
    },
    messages: { tainted: 'the bytes come from {source}' },
    on: [],
  };
}

export const rules: readonly Rule[] = [
  rule('pickle/untrusted-load', 'PKL-01', 502),
  rule('random/predictable-secret', 'RND-01', 330),
  { ...rule('subprocess/shell-list', 'SUB-09', 78), question: 'Is a shell meant here?' },
];

export const view: ReportView = {
  report,
  rules,
  show: new Set(['fail', 'open', 'pass']),
  minSeverity: 'low',
  root: '/home/me/project',
};
