// What arrives over the network: sockets, mail, news; and what leaves in headers.

import { concept, everyCall, everySource, type Row, returns, under } from '../model.ts';

export const network = (): readonly Row[] => [
  ...everySource(
    'network',
    under('socket.socket', 'recv recvfrom recvmsg recv_into recvfrom_into recvmsg_into makefile'),
    'data from a socket',
  ),
  ...everySource(
    'network',
    ['socket.SocketIO.read', 'socket.SocketIO.readinto', 'socket.gethostbyaddr', 'socket.getnameinfo'],
    'data from a socket',
  ),
  concept('socket.socket.bind', 'socket-bind', 'address', 0),
  concept('socket.create_server', 'socket-bind', 'address', 0),
  returns('socket.socket.makefile', 'io.TextIOWrapper'),

  ...everySource(
    'network',
    under('email', 'message_from_string message_from_bytes message_from_file message_from_binary_file'),
    'a mail',
  ),
  ...everySource('network', ['email.parser.Parser.parse', 'email.parser.Parser.parsestr'], 'a mail'),
  ...everySource('network', ['email.parser.BytesParser.parse', 'email.parser.BytesParser.parsebytes'], 'a mail'),
  ...everySource('network', ['email.feedparser.FeedParser.close', 'email.feedparser.BytesFeedParser.close'], 'a mail'),
  ...everySource(
    'network',
    under('mailbox.Mailbox', 'get __getitem__ get_message get_string get_bytes values items'),
    'a mail',
  ),
  ...everySource(
    'network',
    under('imaplib.IMAP4', 'fetch search uid list lsub response recent partial thread sort read readline'),
    'an answer of a mail server',
  ),
  ...everySource('network', under('poplib.POP3', 'retr top list uidl stat getwelcome'), 'an answer of a mail server'),
  ...everySource(
    'network',
    under('nntplib.NNTP', 'article body head over xhdr xover newnews newgroups list group'),
    'an answer of a news server',
  ),
  ...everySource('network', under('ftplib.FTP', 'nlst mlsd sendcmd pwd getwelcome'), 'an answer of a file server'),
  ...everySource(
    'network',
    under(
      'telnetlib.Telnet',
      'read_until read_all read_some read_very_eager read_eager read_lazy read_very_lazy expect',
    ),
    'data from a Telnet connection',
  ),
  ...everySource('network', ['asyncore.dispatcher.recv', 'smtpd.SMTPServer.process_message'], 'data from a socket'),

  ...everyCall('mail-header', under('email.message.Message', 'add_header replace_header'), '_value', 1),
  concept('email.message.Message.__setitem__', 'mail-header', 'val', 1),
];
