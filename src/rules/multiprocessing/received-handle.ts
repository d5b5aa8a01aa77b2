import { defineRule } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { peerOf } from './connection-peer.ts';

const rule = defineRule({
  id: 'multiprocessing/received-handle',
  code: 'MP-10',
  title: 'A handle from a peer that was not authenticated can be any open file of theirs',
  anchor: 'library/multiprocessing.html#multiprocessing-recv-pickle-security',
  severity: { network: 'high', file: 'high', shipped: 'high', constant: 'high' },
  cwe: [502, 306],
  aliases: [],
  advice: 'Give authkey= on both ends before handles are passed between them.',
  question: 'Which process is at the other end of this connection, and how did it prove that?',
  docs: {
    why:
      'recv_handle() takes over a file descriptor from the other end of a socket. A stranger can pass one of their own, ' +
      'to which the program then writes, or from which it reads what it believes to be its own data.',
    fails:
      'from multiprocessing import reduction\nfrom multiprocessing.connection import Listener\nreduction.recv_handle(Listener("/run/app.sock").accept())',
    passes: 'from multiprocessing import Pipe, reduction\nhere, there = Pipe()\nreduction.recv_handle(here)',
    evidence: ['both ends of the pipe belong to this program', 'the peer had to prove that it knows the key'],
    limits: 'Connections that come in as parameters or attributes are not followed to where they were made.',
  },
  messages: {
    anyone: 'the handle comes from anyone who can connect, since {maker} has no authkey',
    unknown: 'the handle comes from the other end of {connection}; who that is is not known here',
  },
  on: {
    kind: 'call',
    to: ['multiprocessing.reduction.recv_handle'],
    judge(call, verdict) {
      const connection = call.argument('conn', 0);
      const peer = peerOf(connection);
      if (peer.kind === 'pipe') return verdict.pass(call, 'both ends of the pipe belong to this program');
      if (peer.kind === 'authenticated') return verdict.pass(call, 'the peer had to prove that it knows the key');
      if (peer.kind === 'anyone')
        return verdict.fail(connection, 'anyone', { maker: peer.maker.text }, { severity: 'high' });
      return verdict.open(connection, 'unknown', { connection: connection.text }, { severity: 'low' });
    },
  },
});

export default quietInTests(rule);
