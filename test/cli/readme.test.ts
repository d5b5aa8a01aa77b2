// The README shows what heed really prints about the example application: all of the sample is compared, character by
// character. When a rule has changed what is printed, this writes the sample anew:
//
//   npx vitest run test/cli/readme.test.ts -u

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { heedHere } from './made-up-terminal.ts';

/** The findings that the sample shows, each the first of its rule in the file; `…` stands for the others. */
const shown = [
  ['examples/toolshed/cache.py', 'shelve/untrusted-open'],
  ['examples/toolshed/views.py', 'pickle/untrusted-load'],
] as const;

test('the output in the README is the output', async () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const sample = sampleOf((await heedHere(['examples'])).out);
  const expected = readme.replace(
    /(```text\n\$ npx heed examples\n\n)[\s\S]*?(```)/,
    (_, before: string, after: string) => `${before}${sample}${after}`,
  );
  expect(expected).toContain(sample);
  await expect(expected).toMatchFileSnapshot('../../README.md');
});

function sampleOf(output: string): string {
  const findings = shown.map(([path, ruleId]) => {
    const file = output.slice(output.indexOf(`${path}\n`));
    const finding = file
      .split('\n\n')
      .find((paragraph) => /^ {2}\d/.test(paragraph) && paragraph.includes(` ${ruleId} `));
    return `${path}\n\n${finding ?? `no ${ruleId}`}\n\n…\n\n`;
  });
  return `${findings.join('')}${output.slice(output.search(/^topic /m))}`;
}
