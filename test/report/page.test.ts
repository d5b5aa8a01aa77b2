// The filled-in page as text: golden files beside this test, and what hostile code can do to them.

import { expect, test } from 'vitest';
import { plainStyle, toMarkdown, toPageJson, toTerminalPage } from '../../src/report/index.ts';
import { view } from './hand-made.ts';
import { hostileReport } from './hostile-report.ts';
import { largeReport } from './large-report.ts';

const layout = { style: plainStyle, columns: 80, expandsTraces: false };

test('terminal', async () => {
  await expect(toTerminalPage(view, layout)).toMatchFileSnapshot('golden/page.txt');
});

test('markdown', async () => {
  await expect(toMarkdown(view)).toMatchFileSnapshot('golden/page.md');
});

test('json: every topic in order, every finding once', () => {
  const { topics, summary, problems } = JSON.parse(toPageJson(view));
  expect(topics).toHaveLength(15);
  expect(topics[0]).toMatchObject({ topic: 'base64', used: false, fail: 0, failures: [], questions: [], evidence: [] });
  expect(topics[0].considerations[0]).toEqual({
    code: 'B64-01',
    title: 'Input from outside is decoded leniently',
    ruleId: null,
  });
  const pickle = topics.find(({ topic }: { topic: string }) => topic === 'pickle');
  expect(pickle).toMatchObject({ used: true, sites: 3, fail: 1, pass: 1, suppressed: 1 });
  const first = { path: 'app/cart.py', start: { line: 1, column: 1 }, end: { line: 1, column: 14 } };
  expect(pickle.use).toEqual({ files: 1, filesByRole: { app: 1 }, first });
  const [xml, isolation] = [topics.find(({ topic }: { topic: string }) => topic === 'xml'), topics.at(-1)];
  expect(xml).toMatchObject({ used: true, sites: 0, use: { files: 2, filesByRole: { test: 2 } } });
  expect(isolation).toMatchObject({ topic: 'isolation', used: true, use: { files: 4 } });
  expect(pickle.failures[0]).toMatchObject({ code: 'PKL-01', start: { line: 6, column: 22 } });
  expect(pickle.evidence).toMatchObject([{ evidence: 'the data is made in the same function', findings: [{}] }]);
  expect(pickle.acknowledged[0]).toMatchObject({ suppression: { reason: 'made here' } });
  expect(summary).toEqual({ fail: 2, open: 1, pass: 1, suppressed: 1 });
  expect(problems).toHaveLength(3);
});

test('worst first', () => {
  const { topics } = JSON.parse(toPageJson(largeReport(600)));
  for (const { failures } of topics) {
    const ranks = failures.map(({ severity }: { severity: string }) =>
      ['critical', 'high', 'medium', 'low'].indexOf(severity),
    );
    expect(ranks).toEqual([...ranks].sort());
  }
});

test('scanned code cannot move the cursor of a terminal', () => {
  expect(toTerminalPage(hostileReport(), { ...layout, columns: 120 })).not.toMatch(/[^\P{C}\n]/u);
});

test('scanned code cannot become markup of a Markdown page', () => {
  const text = toMarkdown(hostileReport());
  expect(text).not.toMatch(/[^\P{C}\n]/u);
  let fence: string | undefined;
  for (const line of text.split('\n')) {
    const marks = /^`{3,}/.exec(line)?.[0];
    if (fence === undefined && marks !== undefined) fence = marks;
    else if (fence !== undefined && line === fence) fence = undefined;
    else if (fence === undefined) {
      // Code spans open and close with the same number of backticks; outside of them nothing opens a tag.
      const outside = line.replace(/(?<![\\`])(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, '');
      expect(outside).not.toMatch(/(?<!\\)[<`]/);
    }
  }
  expect(fence).toBeUndefined();
});
