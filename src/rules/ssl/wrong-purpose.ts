import { defineRule } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { sideOfUse } from './context-use.ts';

const evidence = { server: 'the purpose fits the server that uses the context' } as const;

const rule = defineRule({
  id: 'ssl/wrong-purpose',
  code: 'SSL-18',
  title: 'A context made to authenticate clients verifies no server',
  anchor: 'library/ssl.html#ssl.create_default_context',
  severity: { network: 'high', file: 'high', shipped: 'high', constant: 'high' },
  cwe: [295],
  aliases: [],
  advice: 'Leave the purpose out on a client: the default is SERVER_AUTH.',
  question: 'Is this context used by a client, or by a server?',
  docs: {
    why: 'The purpose names the other end. CLIENT_AUTH is for servers and switches certificate and name checks off, so a client that uses it believes whoever answers.',
    fails:
      'import ssl, urllib.request\nurllib.request.urlopen("https://example.org", context=ssl.create_default_context(ssl.Purpose.CLIENT_AUTH))',
    passes:
      'import ssl, urllib.request\nurllib.request.urlopen("https://example.org", context=ssl.create_default_context(ssl.Purpose.SERVER_AUTH))',
    evidence: Object.values(evidence),
    limits: 'A context that leaves the function that makes it is not followed.',
  },
  messages: { client: 'Purpose.CLIENT_AUTH makes a server’s context, and a client connects with it' },
  on: {
    kind: 'call',
    to: ['ssl.create_default_context'],
    judge(call, verdict) {
      const purpose = call.argument('purpose', 0);
      if (!purpose.is('ssl.Purpose.CLIENT_AUTH')) return undefined;
      let serves = false;
      for (const use of call.uses()) {
        const side = sideOfUse(use);
        if (side === 'client') return verdict.fail(purpose, 'client');
        serves ||= side === 'server';
      }
      return serves ? verdict.pass(purpose, evidence.server) : undefined;
    },
  },
});

export default quietInTests(rule);
