import { defineRule } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { peerOf } from './connection-peer.ts';

const rule = defineRule({
  id: 'multiprocessing/unbounded-receive',
  code: 'MP-07',
  title: 'The peer chooses how much memory a message takes',
  anchor: 'library/multiprocessing.html#multiprocessing.connection.Connection.recv_bytes',
  severity: { network: 'medium', file: 'medium', shipped: 'medium', constant: 'medium' },
  cwe: [770],
  aliases: [],
  advice: 'Give recv_bytes() a maximum: recv_bytes(65536).',
  question: 'How long may a message be at most, and who can send one?',
  docs: {
    why:
      'A message starts with its length, which the sender states. Without maxlength the receiver makes room for whatever ' +
      'is announced, and a peer that nobody authenticated can announce gigabytes.',
    fails: 'from multiprocessing.connection import Listener\nListener(("localhost", 6000)).accept().recv_bytes()',
    passes: 'from multiprocessing.connection import Listener\nListener(("localhost", 6000)).accept().recv_bytes(65536)',
    evidence: ['the length of a message is limited', 'both ends of the pipe belong to this program'],
    limits: 'Connections that come in as parameters or attributes are not followed to where they were made.',
  },
  messages: {
    unbounded: 'recv_bytes() takes messages of any length from anyone, since {maker} has no authkey',
    unknown: 'whether the length of a message is limited depends on {limit}',
  },
  on: {
    kind: 'call',
    to: ['multiprocessing.connection.Connection.recv_bytes', 'multiprocessing.connection._ConnectionBase.recv_bytes'],
    judge(call, verdict) {
      const connection = call.receiver();
      if (connection === undefined) return undefined;
      const limit = call.argument('maxlength', 0);
      if (limit.number() !== undefined) return verdict.pass(limit, 'the length of a message is limited');
      const peer = peerOf(connection);
      if (peer.kind === 'pipe') return verdict.pass(call, 'both ends of the pipe belong to this program');
      if (peer.kind !== 'anyone') return undefined;
      if (limit.isAbsent() || limit.isNone())
        return verdict.fail(call, 'unbounded', { maker: peer.maker.text }, { severity: 'medium' });
      return verdict.open(limit, 'unknown', { limit: limit.text }, { severity: 'low' });
    },
    fixes: [
      {
        class: 'unsafe',
        title: 'Take messages of up to 16 MiB',
        for: ['unbounded'],
        make: (call, edit) => edit.setArgument(call, 'maxlength', 0, '16 * 1024 * 1024'),
      },
    ],
  },
});

export default quietInTests(rule);
