// The README shows what heed really prints about the example application: all of the sample is compared, character by
// character. When a rule has changed what is printed, this writes the sample anew:
//
//   npx vitest run test/cli/readme.test.ts -u

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { run } from '../../src/cli/index.ts';
import { considerations } from '../../src/rules/index.ts';
import { nodeMachine } from '../../src/scan/index.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The findings that the sample shows, each the first of its rule in the file; `…` stands for the others. */
const shown = [
  ['examples/toolshed/cache.py', 'shelve/untrusted-open'],
  ['examples/toolshed/views.py', 'pickle/untrusted-load'],
] as const;

test('the output in the README is the output', async () => {
  const readme = readFileSync(`${root}/README.md`, 'utf8');
  const sample = sampleOf(await outputOf(['examples']));
  const expected = readme.replace(
    /(```text\n\$ npx heed examples\n\n)[\s\S]*?(```)/,
    (_, before: string, after: string) => `${before}${sample}${after}`,
  );
  expect(expected).toContain(sample);
  await expect(expected).toMatchFileSnapshot('../../README.md');
});

async function outputOf(argv: readonly string[]): Promise<string> {
  let out = '';
  await run(
    argv,
    {
      machine: nodeMachine(root),
      environment: {},
      columns: undefined,
      showsProgress: false,
      print: (text) => {
        out += text;
      },
      complain: () => {},
      readStdin: () => new Uint8Array(),
      writeFile: () => {},
      whyUnwritable: () => undefined,
      now: () => 0,
    },
    considerations,
  );
  return out;
}

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
