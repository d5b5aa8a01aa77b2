import { defineRule } from '../../rulekit/index.ts';
import { isForeign } from '../foreign-origin.ts';
import { quietInTests } from '../in-tests.ts';
import { isWritten, originOfArchive } from './archive-source.ts';

const evidence = { fresh: 'the destination was made for this archive' } as const;

/** Places where a new file changes what programs do. */
const telling = /(^~|^\/$|^\/(etc|usr|bin|sbin|lib|root|home)\b|site-packages|dist-packages|^[A-Za-z]:[\\/]?$)/;

const rule = defineRule({
  id: 'zipfile/extracted-in-place',
  code: 'ZIP-04',
  title: 'Extraction overwrites what is there without asking',
  anchor: 'library/zipfile.html#default-behaviors-of-extraction',
  severity: { network: 'medium', file: 'medium', shipped: 'low', constant: 'low' },
  cwe: [73, 434],
  aliases: [],
  advice: 'Extract into tempfile.mkdtemp() and move what is wanted.',
  question: 'Who makes these archives, and which files in the working folder could they overwrite?',
  docs: {
    why: 'An archive that is unpacked where code, settings or a home directory lies can replace them: conftest.py, .pth files, .ssh/authorized_keys.',
    fails: 'import zipfile, flask\nzipfile.ZipFile(flask.request.files["archive"]).extractall()',
    passes:
      'import tempfile, zipfile, flask\nzipfile.ZipFile(flask.request.files["archive"]).extractall(tempfile.mkdtemp())',
    evidence: Object.values(evidence),
    limits: 'What lies in the destination is not known.',
  },
  messages: {
    working: '{source} is unpacked into the working directory and overwrites what is there',
    telling: '{source} is unpacked into {path} and overwrites what is there',
    unknown: '{archive} is unpacked into the working directory, and where it comes from is not known',
  },
  on: {
    kind: 'call',
    to: ['zipfile.ZipFile.extractall', 'zipfile.ZipFile.extract'],
    judge(call, verdict) {
      const archive = call.receiver();
      if (archive === undefined || isWritten(archive)) return undefined;
      const path = call.argument('path', call.name.endsWith('.extractall') ? 0 : 1);
      if (path.isGiven() && path.isDerivedFrom('concept:temp-directory')) return verdict.pass(path, evidence.fresh);
      const isWorking = path.isAbsent() || path.isNone() || ['', '.', './'].includes(path.string() ?? '/');
      const isTelling =
        (path.isGiven() && telling.test(path.string() ?? 'x')) ||
        path.isDerivedFrom('site.getsitepackages', 'os.path.expanduser', 'pathlib.Path.home', 'sysconfig.get_path');
      if (!isWorking && !isTelling) return undefined;
      const origin = originOfArchive(archive);
      if (isForeign(origin, call)) {
        return isWorking
          ? verdict.fail(call, 'working', { source: origin.text }, { provenance: origin.provenance })
          : verdict.fail(path, 'telling', { source: origin.text, path: path.text });
      }
      if (!isWorking || origin.provenance === 'constant' || origin.provenance === 'shipped') return undefined;
      return verdict.open(call, 'unknown', { archive: archive.text });
    },
  },
});

export default quietInTests(rule);
