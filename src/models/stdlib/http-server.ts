// Serving: http.server, socketserver, wsgiref, xmlrpc.server and their Python 2 names.

import { concept, everyCall, everySource, harmless, type Row, twin, under } from '../model.ts';

const handler = 'http.server.BaseHTTPRequestHandler';

export const httpServer = (): readonly Row[] => [
  twin('BaseHTTPServer.*', 'http.server.*'),
  twin('SimpleHTTPServer.*', 'http.server.*'),
  twin('CGIHTTPServer.*', 'http.server.*'),
  twin('SocketServer.*', 'socketserver.*'),

  ...everyCall(
    'http-server',
    under('http.server', 'HTTPServer ThreadingHTTPServer HTTPSServer ThreadingHTTPSServer'),
    'server_address',
    0,
  ),
  concept('http.server.test', 'http-server', 'bind', 4),
  concept('wsgiref.simple_server.make_server', 'http-server', 'host', 0),
  concept('wsgiref.simple_server.WSGIServer', 'http-server', 'server_address', 0),
  ...everyCall(
    'socket-bind',
    under(
      'socketserver',
      'TCPServer UDPServer ThreadingTCPServer ThreadingUDPServer ForkingTCPServer ForkingUDPServer',
    ),
    'server_address',
    0,
  ),
  concept('pydoc.browse', 'http-server', 'hostname', 2),
  concept('http.server.SimpleHTTPRequestHandler', 'http-file-handler', 'directory', 3),
  concept('http.server.CGIHTTPRequestHandler', 'http-cgi-handler', 'directory', 3),

  ...everyCall('http-response-header', [`${handler}.send_header`], 'value', 1),
  ...everyCall('http-response-header', [`${handler}.send_response`, `${handler}.send_response_only`], 'message', 1),
  concept('wsgiref.headers.Headers.add_header', 'http-response-header', '_value', 1),

  ...everySource(
    'network',
    under(handler, 'path headers rfile requestline raw_requestline command request_version'),
    'the request',
  ),
  ...everySource(
    'network',
    [
      'socketserver.StreamRequestHandler.rfile',
      'socketserver.StreamRequestHandler.connection',
      'socketserver.BaseRequestHandler.request',
    ],
    'the request',
  ),
  ...everySource(
    'network',
    ['socketserver.DatagramRequestHandler.rfile', 'socketserver.DatagramRequestHandler.packet'],
    'the request',
  ),
  ...everySource(
    'network',
    ['wsgiref.handlers.BaseCGIHandler.get_stdin', 'wsgiref.types.WSGIEnvironment'],
    'the request',
  ),
  // what the server says of itself
  ...'SERVER_NAME SERVER_PORT SERVER_PROTOCOL REQUEST_METHOD SCRIPT_NAME REMOTE_ADDR REMOTE_PORT wsgi.url_scheme wsgi.version wsgi.errors wsgi.multithread wsgi.multiprocess wsgi.run_once wsgi.file_wrapper'
    .split(' ')
    .map((key) => harmless(`wsgiref.types.WSGIEnvironment["${key}"]`)),

  twin('SimpleXMLRPCServer.*', 'xmlrpc.server.*'),
  twin('DocXMLRPCServer.*', 'xmlrpc.server.*'),
  ...everyCall(
    'xml-rpc-server',
    under('xmlrpc.server', 'SimpleXMLRPCServer DocXMLRPCServer MultiPathXMLRPCServer'),
    'addr',
    0,
  ),
  ...everyCall('xml-rpc-server', under('xmlrpc.server', 'CGIXMLRPCRequestHandler DocCGIXMLRPCRequestHandler')),
];
