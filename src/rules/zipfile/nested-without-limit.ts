import { type CallSite, defineRule, type FunctionView } from '../../rulekit/index.ts';
import { isForeign } from '../foreign-origin.ts';
import { quietInTests } from '../in-tests.ts';
import { inCode } from '../written-in-code.ts';
import { isWritten } from './archive-source.ts';

const evidence = { depth: 'how deep archives may lie in each other is compared with a limit' } as const;

const rule = defineRule({
  id: 'zipfile/nested-without-limit',
  code: 'ZIP-05',
  title: 'Archives within archives are unpacked to any depth',
  anchor: 'library/zipfile.html#decompression-pitfalls',
  severity: { network: 'high', file: 'medium', shipped: 'low', constant: 'low' },
  cwe: [674, 409],
  aliases: [],
  advice: 'Hand the depth down, refuse more than a few, and count the bytes of all levels together.',
  question: 'Who makes these archives, and how deep may they be nested?',
  docs: {
    why: 'Each level multiplies what the one before holds, and an archive can contain itself: such a file unpacks for ever.',
    fails: `import io, zipfile, flask
def unpack(file):
    archive = zipfile.ZipFile(file)
    for name in archive.namelist():
        if name.endswith(".zip"):
            unpack(io.BytesIO(archive.read(name)))
unpack(flask.request.files["archive"])`,
    passes: `import io, zipfile, flask
def unpack(file, depth=0):
    if depth > 3:
        raise ValueError("too deep")
    archive = zipfile.ZipFile(file)
    for name in archive.namelist():
        if name.endswith(".zip"):
            unpack(io.BytesIO(archive.read(name)), depth + 1)
unpack(flask.request.files["archive"])`,
    evidence: Object.values(evidence),
    limits:
      'Functions that call themselves are seen; loops over a list that grows, and two functions that call each other, are not.',
  },
  messages: {
    hostile: '{function}() calls itself for each archive in {source}, however deep',
    unknown:
      '{function}() calls itself for archives in archives, however deep; where {archive} comes from is not known',
  },
  on: {
    kind: 'call',
    to: ['zipfile.ZipFile', 'concept:archive-unpack'],
    judge(call, verdict) {
      const owner = call.enclosingFunction();
      if (owner === undefined || isWritten(call.result()) || !callsItself(owner, call)) return undefined;
      if (comparesDepth(owner)) return verdict.pass(call, evidence.depth);
      const archive = call.name === 'zipfile.ZipFile' ? call.argument('file', 0) : call.operand();
      const origin = archive.origin();
      if (isForeign(origin, call)) {
        const parameters = { function: owner.name, source: origin.text };
        return verdict.fail(call, 'hostile', parameters, { provenance: origin.provenance });
      }
      if (origin.provenance === 'constant' || origin.provenance === 'shipped') return undefined;
      return verdict.open(call, 'unknown', { function: owner.name, archive: archive.text }, inCode);
    },
  },
});

export default quietInTests(rule);

function callsItself(owner: FunctionView, inside: CallSite): boolean {
  const own = [inside.moduleName, inside.className, owner.name].filter((part) => part !== '').join('.');
  return owner.calls().some((each) => each.names.includes(own));
}

/** `if depth > LIMIT`, of a parameter: the levels above have a say in it. */
function comparesDepth(owner: FunctionView): boolean {
  return owner
    .comparisons()
    .some(
      (each) =>
        /^(Lt|LtE|Gt|GtE|Eq)$/.test(each.operator) &&
        [each.left, each.right].some((side) => owner.parameters.includes(side.lastName ?? '')) &&
        [each.left, each.right].some((side) => side.number() !== undefined || side.lastName !== undefined),
    );
}
