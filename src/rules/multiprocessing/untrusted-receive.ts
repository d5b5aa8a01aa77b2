import { defineRule } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { peerOf } from './connection-peer.ts';

const rule = defineRule({
  id: 'multiprocessing/untrusted-receive',
  code: 'MP-01',
  title: 'Receiving from a peer that was not authenticated runs its code',
  anchor: 'library/multiprocessing.html#multiprocessing-recv-pickle-security',
  severity: { network: 'critical', file: 'high', shipped: 'high', constant: 'high' },
  cwe: [502, 306],
  aliases: ['python.lang.security.audit.conn_recv.multiprocessing-recv'],
  advice: 'Give authkey= on both ends, or exchange JSON with send_bytes() and recv_bytes(limit).',
  question: 'Which process is at the other end of this connection, and how did it prove that?',
  docs: {
    why:
      'recv() unpickles whatever the other end sent. Between the ends of a Pipe() that is the program itself; over a ' +
      'socket it is whoever connected, unless both ends had to prove that they know a key.',
    fails:
      'from multiprocessing.connection import Listener\nwith Listener(("localhost", 6000)) as server:\n    server.accept().recv()',
    passes: 'from multiprocessing import Pipe\nhere, there = Pipe()\nhere.recv()',
    evidence: ['both ends of the pipe belong to this program', 'the peer had to prove that it knows the key'],
    limits: 'Connections that come in as parameters or attributes are not followed to where they were made.',
  },
  messages: {
    listener: 'recv() unpickles what {peer} sent, and {maker} accepts everyone without authkey',
    unknown: 'recv() unpickles what the other end sends; who that is is not known here: {connection}',
  },
  on: {
    kind: 'call',
    to: ['concept:process-channel-receive', 'multiprocessing.connection._ConnectionBase.recv'],
    judge(call, verdict) {
      const connection = call.receiver();
      if (connection === undefined) return undefined;
      const peer = peerOf(connection);
      switch (peer.kind) {
        case 'pipe':
          return verdict.pass(call, 'both ends of the pipe belong to this program');
        case 'authenticated':
          return verdict.pass(call, 'the peer had to prove that it knows the key');
        case 'anyone':
          return verdict.fail(
            call,
            'listener',
            { peer: peer.accepts ? 'anyone who connected' : 'the server', maker: peer.maker.text },
            { severity: peer.isLocal ? 'high' : 'critical' },
          );
        case 'unknown':
          return verdict.open(call, 'unknown', { connection: connection.text }, { severity: 'medium' });
      }
    },
  },
});

export default quietInTests(rule);
