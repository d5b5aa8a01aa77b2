import { defineRule } from '../../rulekit/index.ts';
import { reachOfAddress } from '../bind-address.ts';
import { quietInTests } from '../in-tests.ts';

const rule = defineRule({
  id: 'multiprocessing/xmlrpc-serializer',
  code: 'MP-12',
  title: 'A manager that speaks XML parses the documents of its peers without limits',
  anchor: 'library/multiprocessing.html#multiprocessing.managers.BaseManager',
  severity: { network: 'medium', file: 'medium', shipped: 'medium', constant: 'medium' },
  cwe: [776, 409],
  aliases: [],
  advice: 'Keep such a manager on this machine, or use a protocol with limits between machines.',
  question: 'Who can connect to this address and send XML to the manager?',
  docs: {
    why:
      'serializer="xmlrpclib" replaces pickles by XML-RPC. That keeps peers from running code, but their documents can ' +
      'expand entities until memory is exhausted.',
    fails: 'from multiprocessing.managers import BaseManager\nBaseManager(("", 50000), serializer="xmlrpclib")',
    passes:
      'from multiprocessing.managers import BaseManager\nBaseManager(("127.0.0.1", 50000), serializer="xmlrpclib")',
    evidence: ['only this machine can connect'],
    limits: 'The version of the XML library, which limits some of the expansions, is not known.',
  },
  messages: {
    public: '{call} parses XML of everyone who can connect to {address}',
    unknown: '{call} parses XML of its peers; who can connect depends on {address}',
  },
  on: {
    kind: 'call',
    to: [
      'multiprocessing.managers.BaseManager',
      'multiprocessing.managers.SyncManager',
      'multiprocessing.connection.XmlListener',
      'multiprocessing.connection.XmlClient',
    ],
    judge(call, verdict) {
      if (call.name.endsWith('Manager') && call.argument('serializer', 2).string() !== 'xmlrpclib') return undefined;
      const address = call.argument('address', 0);
      const parameters = { call: `${call.callee.text}()`, address: address.text };
      if (address.isAbsent() || address.isNone() || address.string() !== undefined) {
        return verdict.pass(call, 'only this machine can connect');
      }
      const reach = reachOfAddress(address);
      if (reach === 'this-machine') return verdict.pass(address, 'only this machine can connect');
      if (reach === 'everyone') return verdict.fail(address, 'public', parameters);
      return verdict.open(address, 'unknown', parameters, { severity: 'low' });
    },
  },
});

export default quietInTests(rule);
