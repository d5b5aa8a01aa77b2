import {
  compareVersions,
  type DataSite,
  defineRule,
  isAtLeast,
  type Judge,
  type Judgement,
} from '../../rulekit/index.ts';

const evidence = {
  small: 'what it expands to was computed, and is in proportion to it',
  refused: 'the Expat that the project runs on refuses what expands that far',
} as const;

/** The first Expat that limits entities, that takes long tokens in linear time, and that does not recurse into entities. */
const limiting: readonly number[] = [2, 4, 0];
const linear: readonly number[] = [2, 6, 0];
const iterative: readonly number[] = [2, 7, 0];

type MessageId =
  | 'bomb'
  | 'cycle'
  | 'grows'
  | 'deep'
  | 'entity-chain'
  | 'many-attributes'
  | 'deep-model'
  | 'long-token'
  | 'limit';

export default defineRule({
  id: 'xml/document-expands',
  code: 'XML-51',
  title: 'A document is made to take memory or time out of proportion',
  anchor: 'library/xml.html#xml-vulnerabilities',
  severity: { network: 'high', file: 'medium', shipped: 'medium', constant: 'medium' },
  cwe: [776, 400, 674],
  aliases: [],
  advice:
    'Do not parse it. Refuse documents that declare entities: defusedxml does, or a parser whose doctype() raises.',
  question: 'Who wrote this document, and does the parser that reads it have limits?',
  docs: {
    why: 'Entities may stand for other entities, and default attributes are put into every element, so that a page of text becomes gigabytes; deep nesting ends the stack of whoever walks the tree. What a document would become is computed without expanding it.',
    fails: 'file laughs.xml\n  text "<!DOCTYPE r [<!ENTITY a \\"&b;&b;\\"><!ENTITY b \\"&a;\\">]><r>&a;</r>"',
    passes: 'file note.xml\n  text "<!DOCTYPE r [<!ENTITY who \\"Ada\\">]><r>by &who;</r>"',
    evidence: Object.values(evidence),
    limits: 'What declarations outside the document would add is not known; no standard parser reads them by itself.',
  },
  messages: {
    bomb: 'a parser that puts in the {by} makes {size} of this document, {times} times what it is',
    cycle: 'the entity {name} refers to itself: {way}',
    grows: 'a parser that puts in the {by} makes {size} of this document, {times} times what it is',
    deep: 'elements are nested {count} deep: what walks the tree by recursion runs out of stack',
    'entity-chain': 'entities refer to entities {count} times over: Expat before 2.7 runs out of stack',
    'many-attributes': 'an element has {count} attributes: parsers take the square of the time for them',
    'deep-model': 'the declaration of an element is nested {count} deep: parsers run out of stack on it',
    'long-token':
      'a tag, comment or instruction takes {count} bytes, which Expat before 2.6 reads anew with each block that arrives',
    limit: 'it was not read to its end: it {limit}',
  },
  on: {
    kind: 'data',
    formats: ['xml'],
    concerns: [
      'xml:bomb',
      'xml:cycle',
      'xml:grows',
      'xml:deep',
      'xml:entity-chain',
      'xml:many-attributes',
      'xml:deep-model',
      'xml:long-token',
      'data:limit',
    ],
    judge: judgeDocument,
  },
});

function judgeDocument(document: DataSite, verdict: Judge<MessageId>): Judgement {
  const { expat } = document.target;
  const isSince = (version: readonly number[]) => expat !== undefined && compareVersions(expat, version) >= 0;
  const isBefore = (version: readonly number[]) => expat !== undefined && compareVersions(expat, version) < 0;
  const hasLimits = isSince(limiting) || (expat === undefined && isAtLeast(document.target, 3, 10));
  let isRefused = false;
  const concerns = document.concerns.filter(({ kind, parameters }) => {
    if (kind === 'xml:long-token' && isSince(linear)) return false;
    if (kind === 'xml:entity-chain' && isSince(iterative)) return false;
    if (kind !== 'xml:grows' || parameters.limited !== 'yes' || !hasLimits) return true;
    isRefused = true;
    return false;
  });
  for (const concern of concerns) {
    const { kind, weight, parameters } = concern;
    const message = kind.slice(kind.indexOf(':') + 1) as MessageId;
    const isUnlimited = kind === 'xml:grows' && parameters.limited === 'yes' && isBefore(limiting);
    if (weight !== 'dangerous' && !isUnlimited) continue;
    // a parser with limits stops at it, and all that is left of it is an error
    const isStopped = kind === 'xml:cycle' || (parameters.limited === 'yes' && hasLimits);
    return verdict.fail(document.at(concern), message, parameters, isStopped ? { severity: 'low' } : {});
  }
  const unknown = concerns.find(({ weight }) => weight === 'unknown');
  if (unknown !== undefined) {
    const message = unknown.kind.slice(unknown.kind.indexOf(':') + 1) as MessageId;
    return verdict.open(document.at(unknown), message, unknown.parameters);
  }
  return verdict.pass(document, isRefused ? evidence.refused : evidence.small);
}
