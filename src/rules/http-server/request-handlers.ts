// The handler classes that projects derive from, and which server one of theirs is given to. The considerations about
// handlers ask the same questions.

import type { CallSite, ClassSite } from '../../rulekit/index.ts';

/** A class is looked for by the name of its base, so that each is listed. */
export const requestHandlers = [
  'http.server.BaseHTTPRequestHandler',
  'http.server.SimpleHTTPRequestHandler',
  'http.server.CGIHTTPRequestHandler',
] as const;

export const plainServers = [
  'http.server.HTTPServer',
  'http.server.ThreadingHTTPServer',
  'socketserver.TCPServer',
  'socketserver.ThreadingTCPServer',
  'socketserver.ForkingTCPServer',
] as const;

export const encryptedServers = ['http.server.HTTPSServer', 'http.server.ThreadingHTTPSServer'] as const;

/** The calls, anywhere in the project, that make a server with this handler: `HTTPServer(address, partial(Handler))`. */
export function serversOf(definition: ClassSite): readonly CallSite[] {
  return definition.callsInProject(...plainServers, ...encryptedServers).filter((server) => {
    const handler = server.argument('RequestHandlerClass', 1);
    const served = handler.callTo('functools.partial')?.argument(undefined, 0) ?? handler;
    return served.projectClass()?.name === definition.name;
  });
}
