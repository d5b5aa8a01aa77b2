import {
  type CallSite,
  defineRule,
  type Editor,
  type Judge,
  type SiteContext,
  type ValueView,
} from '../../rulekit/index.ts';
import { isForeign } from '../foreign-origin.ts';
import { onlyFailuresInTests } from '../in-tests.ts';

const evidence = {
  contained: 'the path is checked to lie in the destination',
  base: 'only the last part of the name is used',
} as const;

/** What gives the name that a member has in the archive. */
const names = [
  'zipfile.ZipInfo.filename',
  'zipfile.ZipInfo.orig_filename',
  'zipfile.ZipFile.namelist',
  'zipfile.ZipFile.infolist',
  'zipfile.Path.name',
  'zipfile.Path.filename',
];

type MessageId = 'joined' | 'unknown';

const rule = defineRule({
  id: 'zipfile/member-name-joined',
  code: 'ZIP-03',
  title: 'A member’s name that becomes a path can lead out of the destination',
  anchor: 'library/zipfile.html#zipfile.ZipFile.extract',
  severity: { network: 'high', file: 'high', shipped: 'low', constant: 'low' },
  cwe: [22, 23, 36],
  aliases: [],
  advice: 'Use extract(), which removes "..", drives and leading slashes; or check the joined path with commonpath().',
  question: 'Who makes these archives, and can a member’s name lead out of the destination?',
  docs: {
    why: 'Names in an archive are free text: "../../home/me/.bashrc" and "/etc/cron.d/x" are possible. Only extract() and extractall() clean them.',
    fails:
      'import os, zipfile, flask\narchive = zipfile.ZipFile(flask.request.files["archive"])\nfor info in archive.infolist():\n    open(os.path.join("/srv", info.filename), "wb").write(archive.read(info))',
    passes:
      'import zipfile, flask\narchive = zipfile.ZipFile(flask.request.files["archive"])\nfor info in archive.infolist():\n    archive.extract(info, "/srv")',
    evidence: Object.values(evidence),
    limits: 'A check that another function makes is not followed.',
  },
  messages: {
    joined: '{name} decides where the file is written: "../" or a leading slash leads out of the destination',
    unknown: '{name} decides where the file is written, and where the archive comes from is not known',
  },
  near: { names: ['namelist', 'infolist', 'filelist', 'ZipInfo', 'getmembers', 'getnames', 'TarInfo'] },
  on: [
    {
      kind: 'call',
      to: ['concept:path-open'],
      judge(call, verdict) {
        const isMethod = call.name.startsWith('pathlib.');
        const mode = call.argument('mode', isMethod ? 0 : 1);
        if (call.name !== 'os.open' && (mode.isAbsent() || /^[rbt]*$/.test(mode.string() ?? 'w'))) return undefined;
        return judgePath(isMethod ? call.receiver() : call.operand(), call, verdict);
      },
      fixes: [
        {
          class: 'unsafe',
          title: 'Extract the member, which cleans its name',
          for: ['joined', 'unknown'],
          make: extractMember,
        },
      ],
    },
    {
      kind: 'call',
      to: ['concept:path-write', 'concept:path-create', 'concept:path-move'],
      judge: (call, verdict) => judgePath(placeOf(call), call, verdict),
    },
  ],
});

export default onlyFailuresInTests(rule);

function placeOf(call: CallSite): ValueView | undefined {
  if (call.name.startsWith('pathlib.')) return call.receiver();
  const operand = call.operand();
  return operand.isGiven() ? operand : undefined;
}

function judgePath(path: ValueView | undefined, site: SiteContext, verdict: Judge<MessageId>) {
  if (path === undefined || !path.isDerivedFrom(...names)) return undefined;
  if (path.guard('containment') !== undefined) return verdict.pass(path, evidence.contained);
  if (path.isCleanedFor('path-traversal') || path.isDerivedFrom('os.path.basename'))
    return verdict.pass(path, evidence.base);
  if (path.guard('membership') !== undefined || path.guard('full-match') !== undefined) return undefined;
  const origin = path.origin();
  if (origin.provenance === 'constant' || origin.provenance === 'shipped') return undefined;
  return isForeign(origin, site)
    ? verdict.fail(path, 'joined', { name: path.text })
    : verdict.open(path, 'unknown', { name: path.text });
}

/** `open(os.path.join(folder, info.filename), "wb").write(archive.read(info))` → `archive.extract(info, folder)` */
function extractMember(call: CallSite, edit: Editor): undefined {
  const write = call.uses().find((use) => use.kind === 'call' && use.method === 'write');
  const written = write?.kind === 'call' ? write.call : undefined;
  const joined = call.operand().callTo('os.path.join');
  const read = written?.argument(undefined, 0).callTo('zipfile.ZipFile.read');
  const archive = read?.receiver();
  const isOne = written !== undefined && written.span.start === call.span.start && !written.isResultUsed;
  if (!isOne || joined === undefined || read === undefined || archive === undefined || read.keywords.length > 0) {
    return edit.refuse('the member is not simply copied');
  }
  const [folder, name] = joined.positional;
  const member = read.positional[0];
  if (folder === undefined || name === undefined || member === undefined || joined.positional.length !== 2) {
    return edit.refuse('the member is not simply copied');
  }
  const copied = edit.textOf(member);
  if (![copied, `${copied}.filename`].includes(edit.textOf(name)))
    return edit.refuse('the file has another name than the member');
  return edit.replace(written, `${edit.operandOf(archive)}.extract(${copied}, ${edit.textOf(folder)})`);
}
