// Which sources count as hostile, guessed from what the application imports: a web framework or server makes it `web`,
// else a command-line parser `cli`, else `library`. Only the head of each file is looked at, where imports stand.

import type { FileRole, ThreatModel } from '../core/index.ts';

const webImport =
  /^[ \t]*(?:from[ \t]+|import[ \t]+(?:[^\n#]*,[ \t]*)?)(?:flask|django|fastapi|starlette|aiohttp\.web|tornado|bottle|pyramid|sanic|quart|falcon|cherrypy|litestar|werkzeug|wsgiref|http\.server|socketserver|xmlrpc\.server|cgi|cgitb|BaseHTTPServer|SocketServer)\b/m;
const commandLineImport =
  /^[ \t]*(?:from[ \t]+|import[ \t]+(?:[^\n#]*,[ \t]*)?)(?:argparse|optparse|getopt|click|typer|docopt|fire)\b/m;

const headLength = 8192;

export function guessThreatModel(
  files: readonly { readonly bytes: Uint8Array; readonly role: FileRole }[],
): ThreatModel {
  let guess: ThreatModel = 'library';
  for (const { bytes, role } of files) {
    if (role !== 'app' && role !== 'script') continue;
    const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, headLength)).toString('latin1');
    if (role === 'app' && webImport.test(head)) return 'web';
    if (guess === 'library' && commandLineImport.test(head)) guess = 'cli';
  }
  return guess;
}
