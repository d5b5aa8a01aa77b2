// Each rule against the fixture beside it. `npm test -- fixtures -t shelve/untrusted-open` runs one.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Rule } from '../../src/rulekit/index.ts';
import { verifyRule } from './verify.ts';

/** Fails a test with nothing but the text: where in the verifier it was thrown helps nobody. */
class Complaint extends Error {
  override name = 'Complaint';
  override stack = '';
}

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
    if (!existsSync(path)) throw new Complaint(`${relative(root, fixturePath)} has no rule beside it`);
    const { default: rule } = (await import(pathToFileURL(path).href)) as { default: Rule };
    expect(rule.id, 'a rule is named by its file').toBe(name);
    const { complaints } = verifyRule({
      rule,
      path: relative(root, fixturePath),
      fixture: readFileSync(fixturePath, 'utf8'),
      source: readWithShared(path),
    });
    if (complaints.length > 0) throw new Complaint(`\n\n${complaints.join('\n\n')}\n`);
  });
});

/** A rule's source, and that of the files in the rules' folder that it imports, each once. */
function readWithShared(path: string, read = new Set<string>()): string {
  if (read.has(path) || !path.startsWith(rules)) return '';
  read.add(path);
  const source = readFileSync(path, 'utf8');
  const imported = [...source.matchAll(/from '(\.[^']+)'/g)].map(([, from]) => join(dirname(path), from as string));
  return [source, ...imported.map((each) => readWithShared(each, read))].join('\n');
}
