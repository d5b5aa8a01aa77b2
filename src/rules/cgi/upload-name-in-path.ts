import { defineRule, type ValueView } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';

const rule = defineRule({
  id: 'cgi/upload-name-in-path',
  code: 'CGI-08',
  alsoCodes: ['CGI-02'],
  title: 'A field of a form decides which file of the server is opened',
  anchor: 'library/cgi.html#cgi-security',
  severity: { network: 'high', file: 'medium', shipped: 'none', constant: 'none' },
  cwe: [22, 434, 73],
  aliases: [],
  advice: 'Store uploads under names of your own; look names up in a fixed set.',
  question: 'May the client choose this name and its ending: what serves, runs or overwrites files in that folder?',
  docs: {
    why:
      'The file name of an upload, like every field, is text of the client. `../` in it leads out of the directory, and a ' +
      'free choice of ending puts scripts where the server runs them.',
    fails: 'import cgi, os\nitem = cgi.FieldStorage()["file"]\nopen(os.path.join("/srv/uploads", item.filename), "wb")',
    passes:
      'import cgi, os, uuid\nitem = cgi.FieldStorage()["file"]\nopen(os.path.join("/srv/uploads", uuid.uuid4().hex), "wb")',
    evidence: ['the name is one of a fixed set', 'the path was tested to lie in the directory'],
    limits: 'Tests in other functions are not recognised.',
  },
  messages: {
    path: '{source} decides which file is opened',
    ending: '{path} stays in its directory, but the client chooses the name and its ending',
  },
  on: {
    kind: 'call',
    to: ['concept:path-open', 'concept:path-read', 'concept:path-write', 'concept:path-delete', 'concept:path-create'],
    judge(call, verdict) {
      const path = call.operand();
      if (!path.isGiven()) return undefined;
      const origin = path.origin();
      const isEnvironment = origin.provenance === 'network' && call.imports('cgi');
      if (!isEnvironment && !path.isDerivedFrom('concept:cgi-form')) return undefined;
      if (path.guard('membership') || path.guard('equality'))
        return verdict.pass(path, 'the name is one of a fixed set');
      if (path.guard('containment')) return verdict.pass(path, 'the path was tested to lie in the directory');
      if (path.isCleanedFor('path-traversal'))
        return verdict.open(path, 'ending', { path: path.text }, { severity: 'low' });
      if (!origin.isHostile) return undefined;
      return verdict.fail(path, 'path', { source: origin.text }, isUploadName(path) ? {} : { code: 'CGI-02' });
    },
  },
});

/** `item.filename`, which the browser sends with a file; everything else is a field, its name, or part of the address. */
function isUploadName(path: ValueView): boolean {
  const pieces = path.callTo('os.path.join')?.positional ?? path.textParts() ?? [path];
  return pieces.some((piece) => typeof piece !== 'string' && piece.names().some((name) => /\.filename$/.test(name)));
}

export default quietInTests(rule);
