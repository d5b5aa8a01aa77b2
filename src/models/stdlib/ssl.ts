// TLS: contexts, sockets, and the clients of the library that take a context.

import { concept, everyCall, everySource, opaque, type Row, signature, source, twin, under } from '../model.ts';

export const ssl = (): readonly Row[] => [
  twin('_ssl._SSLContext', 'ssl.SSLContext'),
  concept('ssl.SSLContext', 'tls-context', 'protocol', 0),
  opaque('ssl.SSLContext'),
  concept('ssl.create_default_context', 'tls-context-default', 'purpose', 0),
  ...everyCall('tls-context-unverified', under('ssl', '_create_unverified_context _create_stdlib_context')),
  signature(
    'ssl._create_stdlib_context',
    'protocol=, *, cert_reqs=, check_hostname=, purpose=, certfile=, keyfile=, cafile=, capath=, cadata=',
  ),
  concept('ssl._create_default_https_context', 'tls-context-default'),
  signature('ssl._create_default_https_context', 'purpose=, *, cafile=, capath=, cadata='),
  concept('ssl._https_verify_certificates', 'tls-verify-option', 'enable', 0),
  signature('ssl._https_verify_certificates', 'enable='),
  concept('ssl.SSLContext.wrap_socket', 'tls-wrap', 'server_hostname', 4),
  concept('ssl.SSLContext.wrap_bio', 'tls-wrap', 'server_hostname', 3),
  concept('ssl.wrap_socket', 'tls-wrap-bare', 'cert_reqs', 4),
  concept('ssl.SSLSocket', 'tls-wrap-bare'),
  concept('ssl.get_server_certificate', 'tls-certificate-fetch', 'addr', 0),
  concept('ssl.SSLContext.load_cert_chain', 'tls-key-load', 'certfile', 0),
  concept('ssl.SSLContext.set_ciphers', 'tls-ciphers', 'cipherlist', 0),
  source('ssl.get_server_certificate', 'network', 'a certificate of a peer'),
  ...everySource(
    'network',
    under('ssl.SSLSocket', 'recv recv_into recvfrom recvfrom_into read'),
    'data from a TLS connection',
  ),
  // what both sides agreed on, out of what this one offers
  ...['ssl.SSLSocket', 'ssl.SSLObject'].flatMap((owner) =>
    everySource(
      'constant',
      under(owner, 'cipher shared_ciphers version compression selected_alpn_protocol selected_npn_protocol'),
      'what the TLS library offers',
    ),
  ),
  source('ssl.SSLObject.read', 'network', 'data from a TLS connection'),

  concept('ftplib.FTP_TLS', 'tls-client', 'context', 6),
  concept('imaplib.IMAP4_SSL', 'tls-client', 'ssl_context'),
  concept('poplib.POP3_SSL', 'tls-client', 'context'),
  concept('smtplib.SMTP_SSL', 'tls-client', 'context'),
  concept('nntplib.NNTP_SSL', 'tls-client', 'ssl_context', 4),
  concept('smtplib.SMTP.starttls', 'tls-upgrade', 'context'),
  concept('imaplib.IMAP4.starttls', 'tls-upgrade', 'ssl_context', 0),
  concept('poplib.POP3.stls', 'tls-upgrade', 'context', 0),
  concept('nntplib.NNTP.starttls', 'tls-upgrade', 'context', 0),

  ...everyCall(
    'plaintext-client',
    ['ftplib.FTP', 'telnetlib.Telnet', 'poplib.POP3', 'imaplib.IMAP4', 'smtplib.SMTP', 'nntplib.NNTP'],
    'host',
    0,
  ),
  concept('ftplib.FTP.login', 'plaintext-login', 'passwd', 1),
  concept('poplib.POP3.pass_', 'plaintext-login', 'pswd', 0),
  concept('poplib.POP3.apop', 'plaintext-login', 'password', 1),
  concept('imaplib.IMAP4.login', 'plaintext-login', 'password', 1),
  concept('smtplib.SMTP.login', 'plaintext-login', 'password', 1),
  concept('nntplib.NNTP.login', 'plaintext-login', 'password', 1),
];
