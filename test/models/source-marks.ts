// Reads the fixtures of libraries and says what is wrong with them: each `reveal(value)` carries a mark that says where
// heed takes the value to come from. A rule listens to `reveal`, so that values go the same way as in every other rule.
//
//   reveal(request.args["q"])        # from: network
//   reveal(int(request.args["n"]))   # from: network; clean: shell
//   reveal(request.user)             # from: unknown
//   reveal(pick(request))            # from: unknown; should be: network
//
// `from`: the provenance, exactly. `clean`: a kind of use that the value was made harmless for. `should be`: today's
// limit, which fails once heed does better.

import type { ThreatModel } from '../../src/core/index.ts';
import { LineIndex } from '../../src/core/index.ts';
import type { CleanedUse } from '../../src/models/index.ts';
import { defineRule, type Rule } from '../../src/rulekit/index.ts';
import { analyse } from '../../src/scan/analyse.ts';

interface SourceMark {
  readonly path: string;
  readonly line: number;
  readonly from: string;
  readonly clean: readonly string[];
  readonly shouldBe: string | undefined;
}

export interface MarkedFixture {
  /** number of marks, the safe ones among them, and those that are today's limits */
  readonly marks: number;
  readonly harmless: number;
  readonly missed: number;
  /** readable blocks */
  readonly complaints: readonly string[];
}

const uses: readonly CleanedUse[] = ['code', 'shell', 'path-traversal', 'markup', 'header', 'sql', 'url', 'secret'];
/** What a library says of a value, other than that it is harmless. */
const telling = new Set(['network', 'file', 'environment', 'argument', 'stored']);

const revealing = defineRule({
  id: 'subprocess/revealing',
  code: 'SHOWN-01',
  title: 'Shows where a value comes from',
  anchor: '',
  severity: { network: 'high', file: 'high', shipped: 'low', constant: 'low' },
  cwe: [],
  aliases: [],
  advice: '',
  docs: { why: '', fails: '', passes: '', evidence: [], limits: '' },
  messages: { from: '{provenance}|{cleaned}|{text}' },
  on: {
    kind: 'call',
    to: ['marks.reveal'],
    judge(call, verdict) {
      const value = call.argument('value', 0);
      const { provenance, text } = value.origin();
      const cleaned = uses.filter((use) => value.isCleanedFor(use)).join(' ');
      return verdict.fail(call, 'from', { provenance, text, cleaned });
    },
  },
}) as unknown as Rule;

/** `# file: urls.py` starts a further file, as in the fixtures of rules. */
export function checkMarks(name: string, source: string, threatModel: ThreatModel = 'web'): MarkedFixture {
  const { files, marks } = readMarks(source);
  const { findings, problems } = analyse(files, [revealing], {
    target: { minimum: [3, 8], maximum: [3, 12], source: 'default' },
    threatModel,
  });
  const said = new Map<string, string>();
  for (const finding of findings) {
    const file = files.find(({ path }) => path === finding.path);
    const line = new LineIndex(file?.bytes ?? new Uint8Array()).lineOf(finding.span.start) + (file?.firstLine ?? 1) - 1;
    said.set(`${finding.path}:${line}`, finding.message);
  }
  const complaints = problems.map(({ path, message }) => `${name}: ${path}: ${message}`);
  for (const mark of marks) {
    const message = said.get(`${mark.path}:${mark.line}`);
    said.delete(`${mark.path}:${mark.line}`);
    const wrong = message === undefined ? 'heed does not see this reveal()' : complaintAbout(mark, message);
    if (wrong !== undefined) complaints.push(`${name}:${mark.line}\n    ${wrong}`);
  }
  for (const [place, message] of said) complaints.push(`${name}: ${place} carries no mark; it comes from ${message}`);
  return {
    marks: marks.length,
    harmless: marks.filter(({ from, clean }) => !telling.has(from) || clean.length > 0).length,
    missed: marks.filter(({ shouldBe }) => shouldBe !== undefined).length,
    complaints,
  };
}

function complaintAbout(mark: SourceMark, message: string): string | undefined {
  const [provenance, cleaned = '', text] = message.split('|');
  if (provenance === mark.shouldBe) return `no longer wrong: change the mark to "from: ${provenance}"`;
  if (provenance !== mark.from) return `expected from: ${mark.from}, came from: ${provenance} (${text})`;
  const dirty = mark.clean.filter((use) => !cleaned.split(' ').includes(use));
  return dirty.length > 0 ? `expected clean: ${dirty.join(' ')}, came clean: ${cleaned || 'nothing'}` : undefined;
}

function readMarks(source: string) {
  const files: { path: string; role: 'app'; bytes: Uint8Array; firstLine: number }[] = [];
  const marks: SourceMark[] = [];
  let path = 'app.py';
  let lines: string[] = [];
  let firstLine = 1;
  const close = () => {
    files.push({ path, role: 'app', bytes: new TextEncoder().encode(`${lines.join('\n')}\n`), firstLine });
  };
  for (const [index, line] of source.split('\n').entries()) {
    const next = /^# file: (\S+)$/.exec(line)?.[1];
    if (next !== undefined) {
      if (lines.some((each) => each.trim() !== '')) close();
      [path, lines, firstLine] = [next, [], index + 2];
      continue;
    }
    lines.push(line);
    const mark = /# from: ([a-z]+)(?:; clean: ([a-z -]+?))?(?:; should be: ([a-z]+))?$/.exec(line);
    if (mark !== null) {
      const [, from = '', clean, shouldBe] = mark;
      marks.push({ path, line: index + 1, from, clean: clean?.split(' ') ?? [], shouldBe });
    } else if (/#\s*from\b/.test(line)) throw new Error(`line ${index + 1}: not a mark: ${line}`);
  }
  close();
  return { files, marks };
}
