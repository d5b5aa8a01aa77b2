import { defineRule } from '../../rulekit/index.ts';
import { isForeign } from '../foreign-origin.ts';
import { quietInTests } from '../in-tests.ts';

const rule = defineRule({
  id: 'zipfile/attributes-applied',
  code: 'ZIP-08',
  title: 'Attributes from an archive can make files set-uid, writable for all, or links',
  anchor: 'library/zipfile.html#zipfile.ZipInfo.external_attr',
  severity: { network: 'high', file: 'medium', shipped: 'low', constant: 'low' },
  cwe: [732, 59, 61],
  aliases: [],
  advice: 'Mask the mode with 0o755, and refuse links.',
  question: 'Who makes these archives, and may they set modes, owners and links?',
  docs: {
    why: 'extract() leaves the attributes aside for a reason. Applied as they are, they set any mode; a member that is made a link leads later members anywhere.',
    fails:
      'import os, zipfile, flask\nfor info in zipfile.ZipFile(flask.request.files["a"]).infolist():\n    os.chmod("/srv/x", info.external_attr >> 16)',
    passes: 'import os\nos.chmod("/srv/x", 0o644)',
    evidence: [],
    limits: 'A mask on the mode is not taken apart.',
  },
  messages: {
    mode: 'the archive decides the mode of the file, set-uid and write permission for all included',
    link: 'the archive decides where this link points',
    unknown: '{value} comes out of an archive and is applied as it is, and where the archive comes from is not known',
  },
  near: { names: ['external_attr', 'getmembers', 'getmember', 'TarInfo'] },
  on: [
    {
      kind: 'call',
      to: ['concept:path-mode'],
      judge(call, verdict) {
        const mode = call.operand();
        if (!mode.isDerivedFrom('zipfile.ZipInfo.external_attr')) return undefined;
        return isForeign(mode.origin(), call)
          ? verdict.fail(mode, 'mode')
          : verdict.open(mode, 'unknown', { value: mode.text });
      },
    },
    {
      kind: 'call',
      to: ['os.symlink', 'os.link'],
      judge(call, verdict) {
        const target = call.argument('src', 0);
        if (!target.isDerivedFrom('zipfile.ZipFile.read', 'zipfile.ZipFile.open', 'zipfile.ZipExtFile.read'))
          return undefined;
        return isForeign(target.origin(), call)
          ? verdict.fail(target, 'link')
          : verdict.open(target, 'unknown', { value: target.text });
      },
    },
  ],
});

export default quietInTests(rule);
