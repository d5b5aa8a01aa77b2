// The fixes of a rule, tried on its fixture: each finding's fix is made by itself, and the result is judged again. What
// comes is a text to be reviewed and kept beside the fixture:
//
//   @@ unsafe: Refuse characters outside the alphabet @@
//   -    base64.b64decode(x)
//   +    base64.b64decode(x, validate=True)
//
//   @@ left: its arguments come in **options @@
//        base64.b64decode(x, **options)
//
// Line numbers and marks are left out, so that it changes with what fixes do and with nothing else.

import { LineIndex } from '../../src/core/index.ts';
import { blame } from '../../src/fix/blame.ts';
import { unifiedDiff } from '../../src/fix/index.ts';
import { applyEdits } from '../../src/python/edits/index.ts';
import type { Rule } from '../../src/rulekit/index.ts';
import { type Analysis, analyse } from '../../src/scan/analyse.ts';
import { defaultTarget, type FixtureFile, kindNames, readFixture } from '../rules/fixture.ts';

export interface FixtureFixes {
  /** undefined: no finding of the fixture has a fix with edits, or one that could not be made */
  readonly text: string | undefined;
  readonly made: number;
  readonly left: number;
  readonly dropped: number;
}

/** `others`: all rules, for nothing new may be reported by any of them. */
export function tryFixes(rule: Rule, fixture: string, others: readonly Rule[]): FixtureFixes {
  const { files, role, threatModel } = readFixture(fixture);
  const counts = { made: 0, left: 0, dropped: 0 };
  const blocks: string[] = [];
  const targets = new Set(files.map(({ target }) => JSON.stringify(target)));
  for (const target of targets) {
    const project = files.filter((file) => JSON.stringify(file.target) === target);
    const judge = (rules: readonly Rule[], changed?: { readonly path: string; readonly bytes: Uint8Array }): Analysis =>
      analyse(
        project.map((file) => ({
          path: file.path,
          bytes: changed?.path === file.path ? changed.bytes : bytesOf(file),
          role,
        })),
        rules,
        { target: project[0]?.target ?? defaultTarget, threatModel },
      );
    const own = judge([rule]);
    let all: Analysis | undefined;
    for (const finding of own.findings) {
      const { fix } = finding;
      const file = project.find(({ path }) => path === finding.path);
      if (fix === undefined || file === undefined || (fix.edits.length === 0 && fix.obstacle === undefined)) continue;
      const before = bytesOf(file);
      const line = new LineIndex(before).lineOf(finding.span.start);
      if (fix.obstacle !== undefined) {
        counts.left++;
        blocks.push(`@@ left: ${fix.obstacle} @@\n ${withoutMark(file.lines[line - 1] ?? '')}\n`);
        continue;
      }
      const after = applyEdits(before, fix.edits);
      const changed = { path: file.path, bytes: after };
      all ??= judge(others);
      // Advice is not applied, so it may leave something to be done.
      const blamed =
        fix.class === 'advice'
          ? []
          : [
              ...blame(own, judge([rule], changed), [{ finding, fix }]),
              ...blame(withFinding(all, finding), judge(others, changed), [{ finding, fix }]),
            ];
      counts[blamed.length === 0 ? 'made' : 'dropped']++;
      const head = blamed[0] === undefined ? `${fix.class}: ${fix.title}` : `dropped: ${blamed[0].why}`;
      blocks.push(`@@ ${head} @@\n${changedLines(decode(before), decode(after))}`);
    }
  }
  return { ...counts, text: blocks.length === 0 ? undefined : blocks.join('\n') };
}

/** Of several rules the gravest speaks: that this one spoke too is known. */
function withFinding(all: Analysis, finding: Analysis['findings'][number]): Analysis {
  const others = all.findings.filter(({ ruleId }) => ruleId !== finding.ruleId);
  return { ...all, findings: [...others, ...all.findings.filter(({ ruleId }) => ruleId === finding.ruleId), finding] };
}

const bytesOf = (file: FixtureFile): Uint8Array => new TextEncoder().encode(file.lines.join('\n'));
const decode = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

/** What a diff marks, without what is around it. */
function changedLines(before: string, after: string): string {
  const lines = unifiedDiff('', before, after).split('\n').slice(2);
  return `${lines
    .filter((line) => /^[+-]/.test(line))
    .map(withoutMark)
    .join('\n')}\n`;
}

const mark = new RegExp(`\\s*#\\s*(?:${kindNames.join('|')})\\b.*$`);
const withoutMark = (line: string): string => line.replace(mark, '');
