import { defineRule } from '../../rulekit/index.ts';
import { isForeign } from '../foreign-origin.ts';
import { onlyFailuresInTests } from '../in-tests.ts';

const evidence = { own: 'the archive is the program’s own' } as const;

const rule = defineRule({
  id: 'zipfile/code-from-archive',
  code: 'ZIP-12',
  title: 'Code that is imported or run out of an archive is the code of whoever made the archive',
  anchor: 'library/zipimport.html#zipimport.zipimporter',
  severity: { network: 'critical', file: 'high', shipped: 'low', constant: 'low' },
  cwe: [829, 494, 427],
  aliases: [],
  advice: 'Verify a signature of the archive before importing from it, or install it as a package.',
  question: 'Who can write to this archive, or put another in its place?',
  docs: {
    why: 'Python imports from zip archives as from directories; a path on sys.path or in runpy.run_path() is enough.',
    fails: 'import runpy, flask\nrunpy.run_path("/srv/plugins/" + flask.request.args["plugin"])',
    passes: 'import os, runpy\nrunpy.run_path(os.path.join(os.path.dirname(__file__), "tool.zip"))',
    evidence: Object.values(evidence),
    limits: 'Who can write to the archive is not seen.',
  },
  messages: {
    hostile: '{source} decides which archive or directory code is taken from',
    unknown: 'code is taken from {path}, and where that comes from is not known',
  },
  on: [
    {
      kind: 'call',
      to: ['zipimport.zipimporter', 'runpy.run_path'],
      judge(call, verdict) {
        const path = call.argument(call.name === 'runpy.run_path' ? 'path_name' : 'path', 0);
        if (!path.isGiven()) return undefined;
        const origin = path.origin();
        // a script that runs what its arguments name
        if (origin.provenance === 'argument') return undefined;
        if (origin.provenance === 'constant' || origin.provenance === 'shipped')
          return verdict.pass(path, evidence.own);
        if (path.guard('membership') !== undefined) return verdict.pass(path, evidence.own);
        return isForeign(origin, call)
          ? verdict.fail(path, 'hostile', { source: origin.text })
          : verdict.open(path, 'unknown', { path: path.text });
      },
    },
    {
      kind: 'call',
      to: ['concept:module-search-path'],
      judge(call, verdict) {
        // sys.path.insert(0, directory), sys.path.append(directory)
        const path = call.positional.at(-1);
        const origin = path?.origin();
        if (path === undefined || origin === undefined || !isForeign(origin, call) || origin.provenance === 'argument')
          return undefined;
        return path.guard('membership') === undefined
          ? verdict.fail(path, 'hostile', { source: origin.text })
          : undefined;
      },
    },
  ],
});

export default onlyFailuresInTests(rule);
