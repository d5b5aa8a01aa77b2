import { defineRule, type ValueView } from '../../rulekit/index.ts';
import { isForeign } from '../foreign-origin.ts';
import { quietInTests } from '../in-tests.ts';

const evidence = {
  bounded: 'at most a fixed number of bytes is read',
  checked: 'the size of the data is compared with a limit before',
} as const;

/** Calls that read as much as they are told to, and all there is when they are not told. */
const readers = [
  'http.client.HTTPResponse.read',
  'http.server.BaseHTTPRequestHandler.rfile.read',
  'asyncio.StreamReader.read',
  'asyncio.StreamReader.readexactly',
  'socket.socket.recv',
  'ssl.SSLSocket.recv',
  'ssl.SSLSocket.read',
  'io.TextIOBase.read',
  'io.BufferedIOBase.read',
  'io.RawIOBase.read',
];

/** What gives everything that a peer sends. */
const unbounded = [
  'http.client.HTTPResponse.read',
  'http.server.BaseHTTPRequestHandler.rfile',
  'requests.Response.content',
  'requests.Response.raw',
  'httpx.Response.content',
  'socket.socket.makefile',
  'urllib.request.urlopen',
  'socketserver.StreamRequestHandler.rfile',
];

const rule = defineRule({
  id: 'pickle/unbounded-load',
  code: 'PKL-08',
  title: 'A pickle of any length, or one that multiplies itself, takes all memory',
  anchor: 'library/pickle.html#module-pickle',
  severity: { network: 'medium', file: 'low', shipped: 'low', constant: 'low' },
  cwe: [400, 770],
  aliases: [],
  advice: 'Read at most LIMIT + 1 bytes, and refuse what is longer before it is loaded.',
  question: 'How large can this data become, and who decides that?',
  docs: {
    why: 'A restricted unpickler keeps foreign code out, but not the bytes: lengths inside a pickle make the reader reserve memory before anything is checked, and a stream can hold one pickle after the other.',
    fails: 'import pickle, requests\npickle.loads(requests.get("https://example.org/state").content)',
    passes:
      'import pickle, urllib.request\npickle.loads(urllib.request.urlopen("https://example.org/state").read(65536))',
    evidence: Object.values(evidence),
    limits:
      'A limit that a server or framework sets on requests is not seen; how far a short pickle can grow is not computed.',
  },
  messages: {
    unbounded: 'all that {source} holds is loaded, however long',
    announced: 'how much of {source} is loaded depends on {size}',
    unknown: 'whether anything limits the length of {source} is not known',
  },
  on: {
    kind: 'call',
    to: ['concept:deserialize'],
    judge(call, verdict) {
      const data = call.operand();
      if (!data.isGiven()) return undefined;
      const origin = data.origin();
      if (!isForeign(origin, call) || origin.provenance !== 'network') return undefined;
      const source = origin.text;
      if (data.guard('size') !== undefined) return verdict.pass(call, evidence.checked);
      const size = sizeOf(data);
      if (size?.isGiven() && !size.isNone() && size.number() !== -1) {
        if (size.number() !== undefined || isLimited(size)) return verdict.pass(call, evidence.bounded);
        return verdict.open(data, 'announced', { source, size: size.text });
      }
      return (size !== undefined && !data.isDerivedFrom('flask.request.stream')) || data.isDerivedFrom(...unbounded)
        ? verdict.fail(data, 'unbounded', { source })
        : verdict.open(data, 'unknown', { source }, { severity: 'low' });
    },
  },
});

export default quietInTests(rule);

/** How much is read, of data that one call reads; also where they are wrapped in a stream. */
function sizeOf(data: ValueView): ValueView | undefined {
  const inner = data.callTo('io.BytesIO')?.argument('initial_bytes', 0) ?? data;
  const read = inner.callTo(...readers);
  return read?.positional[0] ?? read?.argument(read.name.endsWith('.recv') ? 'bufsize' : 'n', 0);
}

/** `min(length, LIMIT)`, or a test of the length before. */
function isLimited(size: ValueView): boolean {
  const least = size.callTo('builtins.min');
  if (least?.positional.some((value) => value.number() !== undefined)) return true;
  return size.guard('size') !== undefined;
}
