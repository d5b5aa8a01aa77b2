// The HTML report as a file: what it holds, and that nothing in it can be anything but data.

import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { toHtml } from '../../src/report/index.ts';
import { view } from './hand-made.ts';
import { hostileReport } from './hostile-report.ts';
import { largeReport } from './large-report.ts';

const dataOf = (html: string) =>
  JSON.parse(/<script type="application\/json" id="report">(.*?)<\/script>/s.exec(html)?.[1] ?? '');

test('elements are those of the page, whatever the data says', () => {
  const html = toHtml(hostileReport());
  const tags = [...html.matchAll(/<\/?([a-z!]+)/gi)].map(([tag]) => tag.toLowerCase());
  const calm = [...toHtml(view).matchAll(/<\/?([a-z!]+)/gi)].map(([tag]) => tag.toLowerCase());
  expect(tags).toEqual(calm);
});

test('the policy allows the style and the script in the file, and nothing else', () => {
  const html = toHtml(view);
  const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? '';
  const hashOf = (text: string | undefined) =>
    `'sha256-${createHash('sha256')
      .update(text ?? '')
      .digest('base64')}'`;
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain(`script-src ${hashOf(/<script>(.*?)<\/script>/s.exec(html)?.[1])};`);
  expect(policy).toContain(`style-src ${hashOf(/<style>(.*?)<\/style>/s.exec(html)?.[1])};`);
  expect(policy).not.toMatch(/unsafe|https?:|\*/);
});

test('text from outside is made visible', () => {
  const text = JSON.stringify(dataOf(toHtml(hostileReport())));
  expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u2028\u2029\u007f]/);
  expect(text).toContain('\\\\u202e');
});

test('code is coloured by what its tokens are, and marked where the finding points', () => {
  const page = dataOf(toHtml(view));
  const cart = page.files.find(({ path }: { path: string }) => path === 'app/cart.py');
  expect(cart.lines[1]).toEqual(['import pickle', 0, 6, 0]);
  expect(cart.lines[5]).toEqual(['    cookie = request.cookies["cart"]', 29, 6, 3]);
  const [failure] = page.topics.find(({ id }: { id: string }) => id === 'pickle').groups[0].rows;
  const [, line, column, endLine, from, to] = failure.at;
  expect({ line, column, endLine, marked: cart.lines[line][0].slice(from, to) }).toEqual({
    line: 6,
    column: 22,
    endLine: 6,
    marked: 'cookie',
  });
});

test('long lines and long spans are cut', () => {
  const bytes = new TextEncoder().encode(`x = "${'a'.repeat(2_000_000)}"\n${'y = 1\n'.repeat(500)}`);
  const large = largeReport(1);
  const [finding] = large.report.findings;
  const path = finding?.path ?? '';
  const report = {
    ...large.report,
    files: new Map([[path, { path, bytes }]]),
    findings: [{ ...finding, span: { start: 0, end: bytes.length }, site: { start: 0, end: bytes.length }, trace: [] }],
  };
  const html = toHtml({ ...large, report: report as typeof large.report });
  expect(html.length).toBeLessThan(100_000);
  const { files } = dataOf(html);
  expect(files[0].lines[1][0]).toMatch(/^x = "a+…$/);
  expect(Object.keys(files[0].lines).length).toBeLessThan(20);
});

test('of many problems those that hide code are kept, and the rest is counted', () => {
  const large = largeReport(1);
  const path = large.report.findings[0]?.path ?? '';
  const problems = Array.from({ length: 600 }, (_, at) => ({
    kind: 'syntax' as const,
    path,
    span: { start: at, end: at + 1 },
    message: `problem ${at}`,
    hidesCode: at % 3 === 0,
  }));
  const page = dataOf(toHtml({ ...large, report: { ...large.report, problems } }));
  expect(page).toMatchObject({ hiding: 200, problemsLeftOut: 100 });
  expect(page.problems).toHaveLength(500);
  expect(page.problems.slice(0, 200).every(({ hidesCode }: { hidesCode: boolean }) => hidesCode)).toBe(true);
});

test('what does not fit is left out, the worst last, and said', { timeout: 60_000 }, () => {
  const page = dataOf(toHtml(largeReport(20_500)));
  expect(page.leftOut).toBe(500);
  const rows = page.topics.flatMap(({ groups }: { groups: { rows: { state: string }[] }[] }) =>
    groups.flatMap((group) => group.rows),
  );
  expect(rows).toHaveLength(20_000);
  expect(rows.filter(({ state }: { state: string }) => state === 'fail')).toHaveLength(page.counts.fail);
});
