// Whatever stands in a file, reading it ends, throws nothing, and points into the file.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type FileKind, readStartFile } from '../../src/startup/index.ts';

const kinds: readonly FileKind[] = [
  'shell', 'dockerfile', 'compose', 'unit', 'crontab', 'system-crontab', 'sudoers', 'workflow', 'action', 'pipeline', 'makefile', 'tox',
  'procfile', 'project-tasks', 'package-script', 'init-script', 'path-file', 'start-file', 'interpreter-path-file', 'environment-file',
]; // biome-ignore format: a list of words

function readAll(text: string): void {
  for (const kind of kinds) {
    const { commands, settings, lines, open } = readStartFile(kind, text);
    for (const { span } of [...commands, ...settings, ...lines, ...open]) {
      expect(span.start, `${kind}: ${JSON.stringify(text.slice(0, 200))}`).toBeGreaterThanOrEqual(0);
      expect(span.end, `${kind}: ${JSON.stringify(text.slice(0, 200))}`).toBeGreaterThanOrEqual(span.start);
      expect(span.end, `${kind}: ${JSON.stringify(text.slice(0, 200))}`).toBeLessThanOrEqual(text.length);
    }
  }
}

const pieces = [
  'python3', ' -m ', ' -c ', 'app.py', '$(', '${', '`', '"', "'", '\\', '\n', '\\\n', ';', '&&', '|', '(', ')', '{', '}', '<<EOF\n',
  'EOF\n', '<', '>', '#', 'cd /tmp', 'sudo ', 'sh -c ', 'export PYTHONPATH=', '$PYTHONPATH', ':', 'if ', 'fi', 'case x in ', ';;', 'esac',
  'FROM x\n', 'RUN ', 'CMD ["python", ', 'ENTRYPOINT ', 'ENV ', 'VOLUME ', '[', ']', ',', '- ', '  ', '\t', 'run: |\n  ', 'jobs:\n', '&a ',
  '*a', '<<: ', '[Service]\n', 'ExecStart=', '* * * * * root ', 'x ALL=(y) ', 'Defaults env_keep += ', 'import ', '\r\n', '\xe9', '\0', '=', '%',
]; // biome-ignore format: a list of texts

test('texts made of what the formats are made of', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), (parts) =>
      readAll(`python ${parts.join('')}`),
    ),
    { numRuns: 300 },
  );
}, 60_000);

test('depth and length', () => {
  const deep = 5_000;
  for (const text of [
    '$('.repeat(deep),
    '"$('.repeat(deep),
    '${'.repeat(deep),
    '('.repeat(deep),
    'if '.repeat(deep),
    'sh -c "'.repeat(deep),
    'sudo '.repeat(deep),
    '\\\n'.repeat(deep),
    'a=$a$a\n'.repeat(200),
    'x <<EOF\n'.repeat(2_000),
    `RUN ${'a \\\n'.repeat(deep)}python x.py`,
    '['.repeat(deep),
    '- '.repeat(deep),
    '? '.repeat(deep),
    Array.from({ length: 500 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join(''),
    'PYTHONPATH=/a;'.repeat(5_000),
    'export PYTHONPATH=$PYTHONPATH:/a\n'.repeat(5_000),
    `CMD ["${'\\"'.repeat(deep)}"]`,
    `x = ${'a,'.repeat(deep)}`,
    `RUN ${'--a='.repeat(deep)}`,
    '#!'.repeat(deep),
    ' '.repeat(deep),
    `chmod ${'a+'.repeat(deep)}`,
  ]) {
    const before = process.cpuUsage().user;
    readAll(`python\n${text}`);
    // 20 readers; a quadratic one takes minutes
    const seconds = (process.cpuUsage().user - before) / 1e6;
    expect(seconds, JSON.stringify(text.slice(0, 40))).toBeLessThan(10);
  }
}, 120_000);

test('aliases of aliases come to an end', () => {
  const levels = Array.from({ length: 30 }, (_, at) => `a${at + 1}: &a${at + 1} [*a${at}, *a${at}, *a${at}]`);
  const text = `# python\na0: &a0 python x.py\n${levels.join('\n')}\njobs: *a30\n`;
  const { problems } = readStartFile('pipeline', text);
  expect(problems.map(({ message }) => message)).toEqual(['the file holds more than can be read']);
});

test('what is nested too deeply is said', () => {
  const { problems } = readStartFile('workflow', `# python\n${'['.repeat(200)}`);
  expect(problems.map(({ message }) => message)).toEqual(['the file is nested too deeply to be read as YAML']);
});
