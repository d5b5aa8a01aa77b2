// A report whose every text from outside tries to become markup: names of files, code, messages, reasons, the name of
// the project. What any of it could reach would set `window.taken`.

import type { Finding, Report } from '../../src/core/index.ts';
import type { ReportView } from '../../src/report/index.ts';
import { considerations } from '../../src/rules/index.ts';

const attacks = [
  '</script><script>window.taken=1</script>',
  '<!--<script>window.taken=1</script>-->',
  '<img src=x onerror="window.taken=1">',
  '"><svg onload=window.taken=1>',
  "';window.taken=1;//",
  '</style></title></noscript><iframe src="https://taken.invalid/"></iframe>',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: an attack on template strings
  '`${window.taken=1}`',
  '<a href="javascript:window.taken=1">x</a>',
  '\u2028window.taken=1\u2029',
  '\u202e\u2066evil\u2069',
  '\u0000\u001b]0;taken\u0007',
  '&lt;script&gt;&#x3c;script&#x3e;',
  '\\u003c/script>',
];

const encoder = new TextEncoder();

export function hostileReport(): ReportView {
  const files = attacks.map((attack, at) => ({
    path: `app/${at}${attack.replaceAll('/', '∕')}.py`,
    bytes: encoder.encode(`# ${attack}\nname = """${attack}"""\nload(name, '${attack}')  # ${attack}\n`),
  }));
  const findings = files.flatMap(({ path, bytes }, at): readonly Finding[] => {
    const rule = considerations[at * 7] as (typeof considerations)[number];
    const attack = attacks[at] as string;
    const end = bytes.length - 1;
    const span = { start: 2, end };
    const base = {
      ruleId: rule.id,
      code: rule.code,
      topic: rule.id.slice(0, rule.id.indexOf('/')),
      severity: 'critical',
      path,
      span,
      site: span,
      message: `message ${attack}`,
      messageId: 'x',
      evidence: [{ path, span: { start: 0, end: 3 }, text: `proof ${attack}` }],
      trace: files.map((file) => ({ path: file.path, span: { start: 2, end: 9 }, text: `step ${attack}` })),
      role: 'app',
      also: ['pickle/sent-to-peer'],
      suppression: undefined,
    } as const;
    return [
      { ...base, verdict: 'fail' },
      { ...base, verdict: 'open', site: { start: 3, end } },
      { ...base, verdict: 'pass', site: { start: 4, end } },
      { ...base, verdict: 'fail', site: { start: 5, end }, suppression: { span, reason: attack, dialect: 'heed' } },
    ];
  });
  const report: Report = {
    version: '0.1.0',
    findings,
    problems: files.map(({ path }, at) => ({
      kind: 'syntax',
      path,
      span: { start: 0, end: 1 },
      message: attacks[at] as string,
      hidesCode: true,
    })),
    coverage: { files: 13, analysed: 0, partly: 13, notAnalysed: 0, cutShort: 0, bytes: 1 },
    files: new Map(files.map((file) => [file.path, file])),
    target: 'Python 3.9 to 3.15 (default)',
    threatModel: 'web',
    threatModelReason: attacks.join(' '),
    imports: new Map(),
    starts: undefined,
  };
  return {
    report,
    rules: considerations,
    show: new Set(['fail', 'open', 'pass']),
    minSeverity: 'low',
    root: '/home/me/<script>window.taken=1',
  };
}
