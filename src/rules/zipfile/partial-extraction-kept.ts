import { type CallSite, defineRule, type HandlerView } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { inCode } from '../written-in-code.ts';
import { isWritten, originOfArchive } from './archive-source.ts';

const evidence = {
  removed: 'what was extracted is removed when something fails',
  fresh: 'the destination was made for this archive',
} as const;

/** What is thrown when an archive is broken, encrypted or compressed in an unknown way. */
const errors = ['zipfile.BadZipFile', 'zlib.error', 'RuntimeError', 'NotImplementedError', 'EOFError', 'OSError'];

const removing = [
  'concept:path-delete',
  'shutil.rmtree',
  'tempfile.TemporaryDirectory.cleanup',
  'os.removedirs',
  'shutil.move',
];

const rule = defineRule({
  id: 'zipfile/partial-extraction-kept',
  code: 'ZIP-10',
  title: 'After an error half of an archive lies where the whole was meant to be',
  anchor: 'library/zipfile.html#interruption',
  severity: { network: 'low', file: 'low', shipped: 'low', constant: 'low' },
  cwe: [459, 460, 755],
  aliases: [],
  advice: 'Extract into a directory of its own, and move it with os.replace() when all of it is there.',
  question: 'Does anything use the folder after a failed extraction?',
  docs: {
    why: 'Members are written one by one, and the error comes at the first that is broken. A program that goes on works with what an attacker chose to come before it.',
    fails: `import zipfile
def unpack(path):
    try:
        zipfile.ZipFile(path).extractall("/srv/plugins")
    except zipfile.BadZipFile:
        pass`,
    passes: `import shutil, zipfile
def unpack(path):
    try:
        zipfile.ZipFile(path).extractall("/srv/plugins/new")
    except zipfile.BadZipFile:
        shutil.rmtree("/srv/plugins/new")`,
    evidence: Object.values(evidence),
    limits: 'Signals and a full disk interrupt an extraction, too; only handlers that are written out are judged.',
  },
  messages: {
    kept: 'what was extracted before {error} stays in {path}, and the program goes on',
    perhaps: 'what was extracted before {error} stays in {path}; whether anything uses it is not known',
  },
  on: {
    kind: 'call',
    to: ['zipfile.ZipFile.extractall', 'zipfile.ZipFile.extract', 'concept:archive-unpack'],
    judge(call, verdict) {
      const handler = call.handlers().find((each) => each.takes(...errors));
      const archive = call.name.startsWith('zipfile.') ? call.receiver() : undefined;
      if (handler === undefined || handler.raises) return undefined;
      if (archive !== undefined && (isWritten(archive) || isOwn(archive))) return undefined;
      const path = destinationOf(call);
      if (path.isGiven() && path.isDerivedFrom('concept:temp-directory')) return verdict.pass(call, evidence.fresh);
      if (handler.calls(...removing).length > 0) return verdict.pass(call, evidence.removed);
      const parameters = { error: errorOf(handler), path: path.isGiven() ? path.text : 'the working directory' };
      return handler.goesOn && !handler.remembers && handler.calls('sys.exit', 'os._exit').length === 0
        ? verdict.fail(call, 'kept', parameters, inCode)
        : verdict.open(call, 'perhaps', parameters, { severity: 'low' });
    },
  },
});

export default quietInTests(rule);

function isOwn(archive: Parameters<typeof originOfArchive>[0]): boolean {
  const { provenance } = originOfArchive(archive);
  return provenance === 'constant' || provenance === 'shipped';
}

function destinationOf(call: CallSite) {
  if (call.name === 'zipfile.ZipFile.extractall') return call.argument('path', 0);
  return call.name === 'zipfile.ZipFile.extract' ? call.argument('path', 1) : call.argument('extract_dir', 1);
}

function errorOf(handler: HandlerView): string {
  return handler.text === 'except' ? 'an error' : handler.text.replace(/^except /, '');
}
