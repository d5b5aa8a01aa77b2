import { defineRule, type ValueView } from '../../rulekit/index.ts';
import { isForeign } from '../foreign-origin.ts';
import { quietInTests } from '../in-tests.ts';

const evidence = {
  checked: 'the name is checked against a fixed set or directory',
  host: 'the address starts with a fixed host',
} as const;

/** `https://feeds.example/`: what comes behind it names no other host. */
const fixedHost = /^(https?|ftp):\/\/[^/?#\\@\s]+[/?#]/i;

/** Parsers that take a string for a URL and fetch it. */
const fetching = /^xml\.(sax|dom\.pulldom|dom\.xmlbuilder)\.|^lxml\./;

const rule = defineRule({
  id: 'xml/document-named-by-input',
  code: 'XML-09',
  title: 'A parser that is given a name opens the file or address of that name',
  anchor: 'library/xml.sax.html#xml.sax.parse',
  severity: { network: 'high', file: 'medium', shipped: 'low', constant: 'low' },
  cwe: [918, 22, 73],
  aliases: ['py/path-injection'],
  advice: 'Fetch and check the document first, and give its bytes to the parser.',
  question: 'Who can choose this name, and which files and addresses can the program open?',
  docs: {
    why: 'The parse functions take a stream or a name. A name from outside lets others read files of the machine; with SAX and DOM builders it may also be a URL, which is then fetched.',
    fails: 'import xml.sax, flask\nxml.sax.parse("/srv/feeds/" + flask.request.args["feed"], xml.sax.ContentHandler())',
    passes: 'import io, xml.sax, flask\nxml.sax.parse(io.BytesIO(flask.request.data), xml.sax.ContentHandler())',
    evidence: Object.values(evidence),
    limits: 'A value that may be a stream is not reported.',
  },
  messages: {
    file: '{source} names the file that is parsed',
    address: '{source} names the file or address that is parsed',
  },
  on: {
    kind: 'call',
    to: ['concept:xml-parse-location'],
    judge(call, verdict) {
      const place = call.operand();
      if (!place.isGiven() || place.constants() !== undefined) return undefined;
      const origin = place.origin();
      if (!isForeign(origin, call) || !isName(place)) return undefined;
      const parts = (place.textParts() ?? [place]).filter((part) => typeof part !== 'string');
      const isChecked =
        isCheckedName(place) || parts.every((part) => part.constants() !== undefined || isCheckedName(part));
      if (isChecked) return verdict.pass(place, evidence.checked);
      const start = place.textParts()?.[0];
      if (typeof start === 'string' && fixedHost.test(start)) return verdict.pass(place, evidence.host);
      const isAddress = fetching.test(call.name) && !(typeof start === 'string' && start.startsWith('/'));
      return verdict.fail(place, isAddress ? 'address' : 'file', { source: origin.text });
    },
  },
});

export default quietInTests(rule);

/** Certainly text: put together with text, or known to be a string. A stream from outside is no name. */
function isName(place: ValueView): boolean {
  return place.isInstanceOf('str', 'pathlib.PurePath') || (place.textParts()?.length ?? 0) > 1;
}

function isCheckedName(value: ValueView): boolean {
  return (
    value.isCleanedFor('path-traversal') ||
    (['membership', 'equality', 'full-match', 'containment', 'host'] as const).some(
      (kind) => value.guard(kind) !== undefined,
    )
  );
}
