// A made-up report of any size, for what it costs to write and to open: files of plausible Python, verdicts of every
// kind and rule, traces that go through several files. The same size gives the same report.

import type { Evidence, Finding, Report, Span } from '../../src/core/index.ts';
import type { ReportView } from '../../src/report/index.ts';
import { isAboutData, type Rule, type Trigger } from '../../src/rulekit/index.ts';
import { considerations } from '../../src/rules/index.ts';

const aboutCode = considerations.filter(({ on }) => !([on].flat() as readonly Trigger[]).some(isAboutData));

const verdictsInFile = 12;
const functionsInFile = 24;

/** One function of a file; each line that is pointed at is unlike those of other functions. */
function functionText(file: number, at: number): string {
  return `def handler_${file}_${at}(request, *, limit=0x${at}):
    """Takes what the client sends, step ${at} of ${functionsInFile}."""
    payload_${at} = request.headers["X-Payload-${at}"]  # chosen outside
    if not payload_${at} or len(payload_${at}) > limit:
        raise ValueError(f"refused {payload_${at}!r:>{limit}}")
    return decode_${(at + 1) % functionsInFile}(payload_${at}, {"strict": None, "size": 1_024})

`;
}

export function largeReport(verdicts: number): ReportView {
  const fileCount = Math.max(1, Math.ceil(verdicts / verdictsInFile));
  const encoder = new TextEncoder();
  const head = 'import base64, pickle\n\n';
  const bodies = Array.from({ length: fileCount }, (_, file) =>
    Array.from({ length: functionsInFile }, (_, at) => functionText(file, at)),
  );
  const pathOf = (file: number): string => `service/area_${file % 17}/module_${file}.py`;
  const startOf = (file: number, at: number): number =>
    head.length + (bodies[file] as string[]).slice(0, at).reduce((sum, text) => sum + text.length, 0);
  const spanOf = (file: number, at: number, needle: string): Span => {
    const start = startOf(file, at) + (bodies[file]?.[at] ?? '').indexOf(needle);
    return { start, end: start + needle.length };
  };
  const step = (number: number): Evidence => {
    const file = (number * 7) % fileCount;
    const at = number % functionsInFile;
    const needle = `payload_${at} = request.headers["X-Payload-${at}"]`;
    return { path: pathOf(file), span: spanOf(file, at, needle), text: `the header ${at} is handed on` };
  };
  const findings: Finding[] = [];
  for (let number = 0; number < verdicts; number++) {
    const rule = aboutCode[(number * 31) % aboutCode.length] as Rule;
    const file = Math.floor(number / verdictsInFile);
    const at = (number % verdictsInFile) * 2;
    const verdict = number % 10 === 0 ? 'fail' : number % 10 < 4 ? 'open' : 'pass';
    const span = spanOf(
      file,
      at,
      `decode_${(at + 1) % functionsInFile}(payload_${at}, {"strict": None, "size": 1_024})`,
    );
    findings.push({
      ruleId: rule.id,
      code: rule.code,
      topic: rule.id.slice(0, rule.id.indexOf('/')),
      verdict,
      severity: (['critical', 'high', 'medium', 'low'] as const)[Math.floor(number / 10) % 4] as Finding['severity'],
      path: pathOf(file),
      span,
      site: span,
      message:
        verdict === 'pass'
          ? (rule.docs.evidence[number % Math.max(1, rule.docs.evidence.length)] ?? 'it is known')
          : `handler_${file}_${at}() takes payload_${at} from the header that the client sends`,
      messageId: 'made-up',
      evidence: verdict === 'pass' ? [step(number)] : [],
      trace: verdict === 'pass' ? [] : Array.from({ length: 1 + (number % 6) }, (_, each) => step(number + each * 5)),
      role: number % 23 === 0 ? 'script' : 'app',
      also: [],
      suppression: number % 70 === 0 ? { span, reason: 'looked at in spring', dialect: 'heed' } : undefined,
    });
  }
  const files = bodies.map((texts, file) => ({ path: pathOf(file), bytes: encoder.encode(head + texts.join('')) }));
  const report: Report = {
    version: '0.1.0',
    findings,
    problems: [],
    coverage: {
      files: fileCount,
      analysed: fileCount,
      partly: 0,
      notAnalysed: 0,
      cutShort: 0,
      bytes: files.reduce((sum, { bytes }) => sum + bytes.length, 0),
    },
    files: new Map(files.map((file) => [file.path, file])),
    target: 'Python 3.9 to 3.15 (default)',
    threatModel: 'web',
    threatModelReason: 'made up',
    imports: new Map(),
    starts: undefined,
  };
  return {
    report,
    rules: considerations,
    show: new Set(['fail', 'open', 'pass']),
    minSeverity: 'low',
    root: '/home/me/large-project',
  };
}
