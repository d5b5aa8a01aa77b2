import { defineRule } from '../../rulekit/index.ts';
import { isShared } from '../../startup/index.ts';

const evidence = {
  closed: 'the environment leaves out what is installed for the whole system',
  noSite: 'site is not imported: neither site-packages nor .pth files count',
} as const;

export default defineRule({
  id: 'isolation/environment-let-in',
  code: 'ISO-06',
  title: 'An interpreter of one’s own takes modules from places that it does not own',
  anchor: 'library/sys_path_init.html#pth-files',
  severity: { network: 'high', file: 'high', shipped: 'medium', constant: 'medium' },
  cwe: [427],
  aliases: [],
  advice: 'List the directories of the application alone, and leave import site and system packages out.',
  question: 'Who can install packages into, or write to, the folders that this interpreter imports from?',
  docs: {
    why:
      'A ._pth file and pyvenv.cfg say where an interpreter finds its modules. A directory there that others can write, ' +
      'or the whole of site-packages, lets in what was not shipped with it.',
    fails: '# file: python313._pth\npython313.zip\n.\nC:\\Temp\nimport site',
    passes: '# file: python313._pth\npython313.zip\n.',
    evidence: Object.values(evidence),
    limits:
      'Who can write to a directory is only known of those that all users share. Folders of environments are not walked.',
  },
  messages: {
    shared: 'this interpreter takes its modules from {value}, where anyone can put one',
    site: 'import site lets site-packages and its .pth files in, whoever can write to it',
    system: 'packages that are installed for the whole system can be imported in this environment',
  },
  on: {
    kind: 'start-line',
    judge(line, verdict) {
      const { value, fileKind, lineKind, key } = line;
      if (fileKind === 'interpreter-path-file') {
        if (lineKind === 'import-site') return verdict.open(line, 'site', {}, { severity: 'low' });
        if (isShared(value)) return verdict.fail(line, 'shared', { value });
        const hasSite = line.otherLines.some(({ kind }) => kind === 'import-site');
        const isFirst = line.otherLines.every(({ span }) => span.start > line.span.start);
        return isFirst && !hasSite ? verdict.pass(line, evidence.noSite) : undefined;
      }
      if (fileKind !== 'environment-file') return undefined;
      if (key === 'home' && isShared(value.replace(/[/\\]bin$/, ''))) return verdict.fail(line, 'shared', { value });
      if (key !== 'include-system-site-packages') return undefined;
      if (value.toLowerCase() !== 'true') return verdict.pass(line, evidence.closed);
      return verdict.open(line, 'system', {}, { severity: 'low' });
    },
  },
});
