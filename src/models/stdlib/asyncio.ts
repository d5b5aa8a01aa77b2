// asyncio: programs, connections and servers. Functions of the package and methods of event loops go side by side.

import { concept, everyCall, everySource, harmless, type Row, signature, under } from '../model.ts';

const loop = 'asyncio.AbstractEventLoop';
const baseLoop = 'asyncio.BaseEventLoop';

export const asyncio = (): readonly Row[] => [
  concept('asyncio.create_subprocess_shell', 'os-command', 'cmd', 0),
  concept('asyncio.create_subprocess_exec', 'start-process', 'program', 0),
  ...everyCall('os-command', [`${loop}.subprocess_shell`, `${baseLoop}.subprocess_shell`], 'cmd', 1),
  ...everyCall('start-process', [`${loop}.subprocess_exec`, `${baseLoop}.subprocess_exec`], 'program', 1),
  concept('asyncio.start_server', 'socket-bind', 'host', 1),
  ...everyCall('socket-bind', [`${loop}.create_server`, `${baseLoop}.create_server`], 'host', 1),
  ...everyCall(
    'tls-wrap',
    [`${loop}.create_connection`, `${baseLoop}.create_connection`, `${loop}.start_tls`, `${baseLoop}.start_tls`],
    'server_hostname',
  ),
  concept('asyncio.open_connection', 'tls-wrap', 'server_hostname'),
  signature(
    'asyncio.open_connection',
    'host=, port=, *, limit=, ssl=, server_hostname=, ssl_handshake_timeout=, ssl_shutdown_timeout=, **kwds',
  ),
  concept('asyncio.StreamWriter.start_tls', 'tls-wrap', 'server_hostname'),
  ...everySource(
    'network',
    under('asyncio.StreamReader', 'read readline readexactly readuntil'),
    'data from a connection',
  ),
  // What a program of one's own writes comes from no connection.
  harmless('asyncio.subprocess.Process.stdout'),
  harmless('asyncio.subprocess.Process.stderr'),
  ...everySource('network', under(loop, 'sock_recv sock_recv_into sock_recvfrom'), 'data from a socket'),
  ...everySource('network', under(baseLoop, 'sock_recv sock_recvfrom'), 'data from a socket'),
];
