import { defineRule } from '../../rulekit/index.ts';
import { isForeign } from '../foreign-origin.ts';
import { quietInTests } from '../in-tests.ts';

const evidence = {
  bounded: 'the decompressed size is bounded before parsing',
  plain: 'the transport refuses compressed answers',
} as const;

const streams = ['io.TextIOBase.read', 'io.BufferedIOBase.read', 'io.BufferedReader.read', 'io.RawIOBase.read'];

const rule = defineRule({
  id: 'xml/compressed-document',
  code: 'XML-05',
  title: 'Compressed XML can unpack to any size before the parser sees its first byte',
  anchor: 'library/xml.html#xml-vulnerabilities',
  severity: { network: 'high', file: 'medium', shipped: 'low', constant: 'medium' },
  cwe: [409],
  aliases: [],
  advice: 'Read a bounded number of bytes from the decompressor, and refuse what is longer.',
  question: 'Who makes these compressed documents, and how large may they become?',
  docs: {
    why: 'A kilobyte of gzip can hold a megabyte, and layers multiply. The limits that XML parsers have do not apply to decompression.',
    fails: 'import gzip, xml.etree.ElementTree as ET, flask\nET.fromstring(gzip.decompress(flask.request.data))',
    passes:
      'import gzip, io, xml.etree.ElementTree as ET, flask\nET.fromstring(gzip.open(io.BytesIO(flask.request.data)).read(1000000))',
    evidence: Object.values(evidence),
    limits: 'How large the data can be where it comes from is not seen.',
  },
  messages: {
    hostile: '{source} is decompressed without limit before it is parsed',
    unknown: '{value} is decompressed without limit before it is parsed, and where it comes from is not known',
    unlimited: 'max_decode={value} turns off the limit on the size of a request',
    client: 'the answer of {source} is decompressed without limit',
  },
  on: [
    {
      kind: 'call',
      to: ['concept:xml-parse', 'concept:xml-parse-location'],
      judge(call, verdict) {
        const document = call.operand();
        if (!document.isDerivedFrom('concept:decompress', 'concept:decompress-stream')) return undefined;
        // gzip.open(...).read(LIMIT), whatever class gzip.open() gives
        const size = document.callTo('gzip.GzipFile.read', 'bz2.BZ2File.read', 'lzma.LZMAFile.read', ...streams)
          ?.positional[0];
        if ((size?.number() ?? -1) >= 0 || document.guard('size') !== undefined)
          return verdict.pass(call, evidence.bounded);
        const origin = document.origin();
        if (isForeign(origin, call)) return verdict.fail(document, 'hostile', { source: origin.text });
        return origin.provenance === 'parameter' || origin.provenance === 'unknown'
          ? verdict.open(document, 'unknown', { value: document.text })
          : undefined;
      },
    },
    {
      kind: 'call',
      to: ['xmlrpc.client.gzip_decode'],
      judge(call, verdict) {
        const limit = call.argument('max_decode', 1);
        const number = limit.number();
        if (number === undefined) return undefined;
        return number < 0 ? verdict.fail(limit, 'unlimited', { value: number }) : verdict.pass(limit, evidence.bounded);
      },
    },
    {
      kind: 'call',
      to: ['concept:xml-rpc-client'],
      judge(call, verdict) {
        const transport = call.argument('transport', 1).projectClass();
        if (transport?.attribute('accept_gzip_encoding')?.truth() === false) return verdict.pass(call, evidence.plain);
        const url = call.operand();
        const origin = url.origin();
        return isForeign(origin, call) && origin.provenance !== 'argument'
          ? verdict.fail(url, 'client', { source: origin.text })
          : undefined;
      },
    },
  ],
});

export default quietInTests(rule);
