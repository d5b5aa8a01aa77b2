// YAML documents that ask for Python objects: tags of PyYAML (yaml/constructor.py), by which its Loader, FullLoader and
// UnsafeLoader import modules, make instances and call functions. A safe loader refuses them.

import { nodesBelow } from '../documents/tree.ts';
import { readYaml } from '../documents/yaml.ts';
import type { Reader } from '../inspection.ts';
import { callableOf } from '../logging/callables.ts';
import { encodingOf, isWritten, mentions, readText } from '../text/decode.ts';

const longestFile = 16 * 1024 * 1024;
const prefix = 'tag:yaml.org,2002:python/';
/** Plain values, whatever loader makes them. */
const plain = /^(?:none|bool|str|unicode|bytes|int|long|float|complex|list|tuple|dict)$/;

export const pythonYaml: Reader = {
  format: 'yaml',
  sniff(source, name) {
    const encoding = isWritten(name) ? undefined : encodingOf(source);
    // %TAG !p! tag:yaml.org,2002:python/ and !<tag:yaml.org,2002:python/…>, with any letter as %70
    if (encoding === undefined || !mentions(source, encoding, ['!!p', '!!%', '!<t', '!<%', '%TAG'])) return undefined;
    const text = readText(source, longestFile);
    if (text === undefined) return source.size > longestFile ? 'perhaps' : undefined;
    const { documents, problem } = readYaml(text.text);
    for (const document of documents) {
      for (const { tag } of nodesBelow(document))
        if (tag !== undefined && pythonTag(tag) !== undefined) return 'certain';
    }
    return problem !== undefined && /!!python\/|2002:python\//.test(text.text) ? 'perhaps' : undefined;
  },
  read(source, draft, inspection) {
    draft.claim(0, source.size);
    const text = readText(source, longestFile);
    if (text === undefined) {
      draft.concern('yaml:unread', 'unknown', { start: 0, end: 0 }, { why: 'the file is too long' });
      return;
    }
    inspection.budget.keep(source.size);
    const { documents, problem } = readYaml(text.text);
    if (problem !== undefined) draft.concern('yaml:unread', 'unknown', { start: 0, end: 0 }, { why: problem });
    for (const document of documents) {
      for (const { tag, span } of nodesBelow(document)) {
        inspection.budget.spend();
        const wanted = tag === undefined ? undefined : pythonTag(tag);
        if (wanted === undefined || plain.test(wanted)) continue;
        const [, kind = wanted, name = ''] = /^([a-z/]+):(.*)$/s.exec(wanted) ?? [];
        draft.lookUp(name);
        draft.line(() => `${kind} ${name}`);
        const does = doing.get(kind);
        const callable = callableOf(name.includes('.') ? name : `builtins.${name}`, inspection.options.trusted);
        // The tag stands before what it is a tag of.
        const at = text.span({ start: Math.max(span.start - tagLength(text.text, span.start), 0), end: span.end });
        if (callable.kind === 'harmful' && does === 'calls') {
          draft.concern('yaml:harmful', 'dangerous', at, { name, does: callable.does });
        } else if (callable.kind !== 'harmless') draft.concern('yaml:named', 'unknown', at, { name, tag: kind });
      }
    }
    inspection.budget.release(source.size);
  },
};

/** Kinds of tags that call what they name. */
const doing = new Map([
  ['object', 'calls'],
  ['object/new', 'calls'],
  ['object/apply', 'calls'],
]);

/** `object/apply:os.system` */
function pythonTag(tag: string): string | undefined {
  let plainTag = tag;
  try {
    plainTag = decodeURIComponent(tag);
  } catch {
    // what cannot be decoded is taken as it is
  }
  return plainTag.startsWith(prefix) ? plainTag.slice(prefix.length) : undefined;
}

/** Of what stands before a node in its line, back to the sign that tags begin with. */
function tagLength(text: string, start: number): number {
  const line = text.slice(Math.max(text.lastIndexOf('\n', start - 1) + 1, start - 200), start);
  const sign = line.lastIndexOf('!!') >= 0 ? line.lastIndexOf('!!') : line.lastIndexOf('!');
  return sign < 0 ? 0 : line.length - sign;
}
