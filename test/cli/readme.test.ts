// The README shows what heed really prints about the example application.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { run } from '../../src/cli/index.ts';
import { considerations } from '../../src/rules/index.ts';
import { nodeMachine } from '../../src/scan/index.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

test('the output in the README is the output', async () => {
  let out = '';
  await run(
    ['examples'],
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
  const block = /```text\n\$ npx heed examples\n([\s\S]*?)\n```/.exec(readFileSync(`${root}/README.md`, 'utf8'))?.[1];
  // Counts move with every rule; what is said does not.
  const linesOf = (text: string): string[] => text.replace(/\d+/g, '#').replace(/ +/g, ' ').split('\n');
  const printed = new Set(linesOf(out));
  expect(linesOf(block ?? 'missing').filter((line) => line !== '…' && !printed.has(line))).toEqual([]);
});
