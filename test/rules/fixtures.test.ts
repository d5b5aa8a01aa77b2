// Each rule against the fixture beside it. `npm test -- fixtures -t shelve/untrusted-open` runs one.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Rule } from '../../src/rulekit/index.ts';
import { verifyRule } from './verify.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const rules = join(root, 'src', 'rules');

const names = readdirSync(rules, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap((topic) => {
    const files = readdirSync(join(rules, topic.name));
    // A file beside rules that has no fixture may be what several rules of the topic share.
    return files.filter((file) => file.endsWith('.fixture.py')).map((file) => `${topic.name}/${file.slice(0, -11)}`);
  })
  .sort();

describe('rules agree with their fixtures', () => {
  test.each(names)('%s', async (name) => {
    const path = join(rules, `${name}.ts`);
    const fixturePath = join(rules, `${name}.fixture.py`);
    if (!existsSync(path)) expect.fail(`${relative(root, fixturePath)} has no rule beside it`);
    const { default: rule } = (await import(pathToFileURL(path).href)) as { default: Rule };
    expect(rule.id, 'a rule is named by its file').toBe(name);
    const { complaints } = verifyRule({
      rule,
      path: relative(root, fixturePath),
      fixture: readFileSync(fixturePath, 'utf8'),
      source: readFileSync(path, 'utf8'),
    });
    if (complaints.length > 0) expect.fail(`\n\n${complaints.join('\n\n')}\n`);
  });
});
