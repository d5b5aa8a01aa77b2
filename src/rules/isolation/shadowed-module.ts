import { defineRule } from '../../rulekit/index.ts';

export default defineRule({
  id: 'isolation/shadowed-module',
  code: 'ISO-04',
  title: 'A file of the project takes the place of a module of the standard library',
  anchor: 'library/sys_path_init.html',
  severity: { network: 'medium', file: 'medium', shipped: 'medium', constant: 'medium' },
  cwe: [427],
  aliases: ['A005'],
  advice: 'Rename the file, or put the modules beside the scripts into a package.',
  question: 'Is this file meant to be imported in place of the module of the standard library that has its name?',
  docs: {
    why:
      'The folder of a script comes first on sys.path. A file there with the name of a module of the library is imported ' +
      'in its place by the script and by every library that it uses, whatever the library needed it for.',
    fails:
      '# file: random.py\ndef shuffle(values): ...\n' +
      '# file: run.py\n#!/usr/bin/env python3\nimport random\nrandom.shuffle([1, 2, 3])',
    passes:
      '# file: shuffling.py\ndef shuffle(values): ...\n' +
      '# file: run.py\n#!/usr/bin/env python3\nimport shuffling\nshuffling.shuffle([1, 2, 3])',
    evidence: [],
    limits: 'Folders are told from packages by __init__.py. Python that is started with -I or -P does not look there.',
  },
  messages: {
    imported:
      'import {module} in {importer} finds this file and not the library’s module, for every library that it uses too',
    beside: 'scripts in this folder find this file when something that they use imports {module}',
  },
  on: {
    kind: 'module-file',
    judge(file, verdict) {
      if (file.reason !== 'library' || file.role === 'test' || file.role === 'vendored') return undefined;
      if (!file.isBesideScripts) return undefined;
      const { module } = file;
      const [importer] = file.importers;
      if (importer === undefined) return verdict.open(file, 'beside', { module }, { severity: 'low' });
      const name = importer.path.slice(importer.path.lastIndexOf('/') + 1);
      return verdict.fail(file, 'imported', { module, importer: name }, { severity: 'medium' });
    },
  },
});
