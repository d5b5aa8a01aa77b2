import { defineRule } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';

const rule = defineRule({
  id: 'cgi/unbounded-request',
  code: 'CGI-07',
  title: 'A form without limits lets the client choose how much memory it takes',
  anchor: 'library/cgi.html#cgi.FieldStorage',
  severity: { network: 'medium', file: 'low', shipped: 'none', constant: 'none' },
  cwe: [400, 770, 789],
  aliases: [],
  advice: 'Give max_num_fields, set cgi.maxlen, and stream uploads from .file.',
  question: 'Does the web server in front of this program limit the size of a request and the number of its fields?',
  docs: {
    why:
      'Neither the number of fields nor the length of a request is limited by default, and parse_multipart keeps every ' +
      'upload in memory. One large request can exhaust the machine.',
    fails: 'import cgi, sys\ncgi.FieldStorage(max_num_fields=None)',
    passes: 'import cgi\ncgi.FieldStorage(max_num_fields=100)',
    evidence: ['the number of fields is limited'],
    limits: 'Limits of the web server, and cgi.maxlen, are not seen.',
  },
  messages: {
    unlimited: 'max_num_fields=None lets the client send as many fields as it likes',
    memory: 'parse_multipart() keeps the whole request in memory, whatever its length',
    unknown: 'the number of fields is not limited here; whether the web server limits the request is not known',
  },
  on: [
    {
      kind: 'call',
      to: ['cgi.FieldStorage'],
      judge(call, verdict) {
        const limit = call.argument('max_num_fields', 9);
        if (limit.isAbsent()) return verdict.open(call, 'unknown', {}, { severity: 'low' });
        if (limit.isNone()) return verdict.fail(limit, 'unlimited', {}, { provenance: 'network' });
        if (limit.number() !== undefined) return verdict.pass(limit, 'the number of fields is limited');
        return verdict.open(limit.isGiven() ? limit : call, 'unknown', {}, { severity: 'low' });
      },
    },
    {
      kind: 'call',
      to: ['cgi.parse_multipart'],
      judge(call, verdict) {
        const input = call.argument('fp', 0);
        if (input.origin().provenance === 'constant') return undefined;
        return verdict.fail(call, 'memory', {}, { provenance: 'network' });
      },
    },
  ],
});

export default quietInTests(rule);
