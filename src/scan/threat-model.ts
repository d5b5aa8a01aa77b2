// Which sources count as hostile, guessed from what the project is: a web framework or server that the application
// imports makes it `web`, else a command-line parser or a declared script `cli`, else notebooks `notebook`, else it is a
// `library`. Only the head of each file is looked at, where imports stand. The guess is the same whenever the files are:
// they come sorted by path, and the first that tells is the reason.

import type { FileRole, ThreatModel } from '../core/index.ts';
import type { Machine } from './machine.ts';

const webModules =
  'flask|quart|django|rest_framework|channels|fastapi|starlette|litestar|aiohttp\\.web|aiohttp[ \\t]+import[ \\t]+web|tornado|bottle|pyramid|sanic|falcon|cherrypy|robyn|werkzeug|webob|wsgiref|uvicorn|gunicorn|functions_framework|azure\\.functions|socketio|flask_socketio|streamlit|gradio|dash|http\\.server|http[ \\t]+import[ \\t]+server|socketserver|xmlrpc\\.server|cgi|cgitb|BaseHTTPServer|SocketServer';
const commandLineModules = 'argparse|optparse|getopt|click|typer|docopt|fire';

const importOf = (modules: string) =>
  new RegExp(`^[ \\t]*(?:from[ \\t]+|import[ \\t]+(?:[^\\n#]*,[ \\t]*)?)(${modules})\\b`, 'm');
const webImports = new RegExp(importOf(webModules), 'gm');
const commandLineImport = importOf(commandLineModules);

const headLength = 8192;

/** Files of a project that say which programs it installs, and how they say it. */
const declarations: readonly (readonly [name: string, says: RegExp])[] = [
  ['pyproject.toml', /^[ \t]*\[(?:project\.scripts|tool\.poetry\.scripts)\]/m],
  ['setup.cfg', /^[ \t]*console_scripts[ \t]*=/m],
  ['setup.py', /["']console_scripts["']|^[ \t]*console_scripts[ \t]*=/m],
];

export interface ThreatModelGuess {
  readonly model: ThreatModel;
  /** for people: `app.py imports flask` */
  readonly reason: string;
}

interface LookedAt {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly role: FileRole;
}

/** `declared`: the file of the project that declares scripts, see {@link declaresScripts}. */
export function guessThreatModel(files: readonly LookedAt[], declared: () => string | undefined): ThreatModelGuess {
  let parser: string | undefined;
  for (const { path, bytes, role } of files) {
    if (role !== 'app' && role !== 'script') continue;
    const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, headLength)).toString('latin1');
    const web = role === 'app' ? webImportIn(head, bytes) : undefined;
    if (web !== undefined) return { model: 'web', reason: `${path} imports ${moduleOf(web)}` };
    const found = parser === undefined ? commandLineImport.exec(head)?.[1] : undefined;
    if (found !== undefined) parser = `${path} imports ${found}`;
  }
  if (parser !== undefined) return { model: 'cli', reason: parser };
  const scripts = declared();
  if (scripts !== undefined) return { model: 'cli', reason: `${scripts} declares scripts` };
  const notebook = files.find(({ role }) => role === 'notebook');
  if (notebook !== undefined && files.every(({ role }) => role !== 'app')) {
    return { model: 'notebook', reason: `${notebook.path} is a notebook` };
  }
  return { model: 'library', reason: 'no web framework or command line in it' };
}

/** The first web framework or server that is imported and, of a module that only servers use, read from. */
function webImportIn(head: string, bytes: Uint8Array): string | undefined {
  for (const { 0: line, 1: module = '', index } of head.matchAll(webImports)) {
    // import http.server
    // compat_http_server = http.server
    const isBare = /^[ \t]*import\b/.test(line) && standardServers.has(module);
    if (!isBare || /^[ \t]+as\b/.test(head.slice(index + line.length))) return module;
    if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(`${module}.`)) return module;
  }
  return undefined;
}

/** Servers of the standard library, which is imported for other reasons too. */
const standardServers = new Set(['http.server', 'socketserver', 'xmlrpc.server', 'wsgiref', 'cgi', 'cgitb']);

// from aiohttp import web
const moduleOf = (found: string) => found.replace(/[ \t]+import[ \t]+/, '.');

/** The file in a project's root that declares programs to install, if one does. */
export function declaresScripts(root: string, machine: Machine): string | undefined {
  return declarations.find(([name, says]) => {
    const path = `${root}/${name}`;
    if (machine.kindOf(path) !== 'file') return false;
    try {
      return says.test(Buffer.from(machine.readStart(path, longestDeclaration)).toString('latin1'));
    } catch {
      // Unreadable: discovery says so where it matters, and a guess can do without.
      return false;
    }
  })?.[0];
}

const longestDeclaration = 64 * 1024;
