import { defineRule } from '../../rulekit/index.ts';
import { isForeign } from '../foreign-origin.ts';
import { quietInTests } from '../in-tests.ts';

const evidence = { harmless: 'the part can hold no separator' } as const;

const rule = defineRule({
  id: 'tempfile/name-part-from-input',
  code: 'TMP-09',
  title: 'A prefix, suffix or directory from outside decides where a temporary file lies',
  anchor: 'library/tempfile.html#tempfile.mkstemp',
  severity: { network: 'medium', file: 'medium', shipped: 'low', constant: 'low' },
  cwe: [22, 73],
  aliases: [],
  advice: 'Use a fixed prefix and suffix, or check the value against a fixed set or pattern.',
  question: 'Who can choose this part of the name, and can it hold a slash or two dots?',
  docs: {
    why: 'The parts are joined as they are: "../../srv/www/x" as prefix puts the file there, and "/../x.php" as suffix names it.',
    fails: 'import tempfile, flask\ntempfile.mkstemp(suffix=flask.request.args["type"])',
    passes: 'import tempfile\ntempfile.mkstemp(suffix=".txt")',
    evidence: Object.values(evidence),
    limits: 'Values that are handed in by callers are not reported.',
  },
  messages: { hostile: '{source} becomes the {part} of a temporary file and can name another directory' },
  on: {
    kind: 'call',
    to: ['concept:temp-file', 'concept:temp-directory', 'concept:temp-name'],
    judge(call, verdict) {
      for (const [part, position] of partsOf(call.name)) {
        const value = call.argument(part, position);
        const origin = value.origin();
        // TMPDIR is the user's way of saying where files go; so are the program's own variables
        if (!value.isGiven() || !isForeign(origin, call)) continue;
        const isHarmless =
          value.isCleanedFor('path-traversal') ||
          (['membership', 'equality', 'full-match'] as const).some((kind) => value.guard(kind) !== undefined);
        if (isHarmless && part !== 'dir') return verdict.pass(value, evidence.harmless);
        if (!isHarmless) return verdict.fail(value, 'hostile', { source: origin.text, part: partNames[part] });
      }
      return undefined;
    },
  },
});

export default quietInTests(rule);

const partNames = { suffix: 'suffix', prefix: 'prefix', dir: 'directory' } as const;

/** `mkstemp(suffix, prefix, dir)`; the classes that open a file take these further on. */
function partsOf(name: string): readonly (readonly ['suffix' | 'prefix' | 'dir', number | undefined])[] {
  const isShort = /\.(mktemp|mkstemp|mkdtemp|TemporaryDirectory)$/.test(name);
  const isSpooled = name.endsWith('.SpooledTemporaryFile');
  const first = isShort ? 0 : isSpooled ? 5 : 4;
  return [
    ['suffix', first],
    ['prefix', first + 1],
    ['dir', first + 2],
  ];
}
