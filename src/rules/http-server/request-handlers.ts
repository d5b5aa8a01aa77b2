// The handler classes that projects derive from, and which server one of theirs is given to. The considerations about
// handlers ask the same questions.

import type { CallSite, ClassSite, ValueView } from '../../rulekit/index.ts';

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
    return servedClass(server.argument('RequestHandlerClass', 1)).projectClass()?.name === definition.name;
  });
}

/** The class in `partial(Handler, directory=D)`, or the handler itself. */
function servedClass(handler: ValueView): ValueView {
  return handler.callTo('functools.partial')?.argument(undefined, 0) ?? handler;
}

export interface FileHandler {
  /** the class of the project, when it is one */
  readonly ownClass: ClassSite | undefined;
  /** what `functools.partial` binds; absent or undefined: the current directory */
  readonly directory: ValueView | undefined;
}

/** What a server is given that serves files. */
export function fileHandlerOf(server: CallSite): FileHandler | undefined {
  const fileHandler = 'http.server.SimpleHTTPRequestHandler';
  const handler = server.argument('RequestHandlerClass', 1);
  const served = servedClass(handler);
  const ownClass = served.projectClass();
  if (!served.is(fileHandler) && ownClass?.ancestors.includes(fileHandler) !== true) return undefined;
  return { ownClass, directory: handler.callTo('functools.partial')?.argument('directory') };
}
