import { type CallSite, defineRule, isAtLeast, type ValueView } from '../../rulekit/index.ts';
import { quietInTests } from '../in-tests.ts';
import { isPrivate, isShared } from '../tempfile/shared-directory.ts';
import { encryptedServers, fileHandlerOf, plainServers } from './request-handlers.ts';

const evidence = {
  resolved: 'the handler resolves links and tests where they lead',
  own: 'the directory was made for this process alone',
} as const;

const rule = defineRule({
  id: 'http-server/links-followed',
  code: 'HTTP-04',
  title: 'The file server follows symbolic links, out of the directory that it serves too',
  anchor: 'library/http.server.html#http-server-security',
  severity: { network: 'medium', file: 'medium', shipped: 'medium', constant: 'medium' },
  cwe: [59, 61],
  aliases: [],
  advice: 'Override translate_path() so that os.path.realpath() of the result has to lie in the directory.',
  question: 'Do any symbolic links in the served folder lead out of it, or can others make such links?',
  docs: {
    why:
      'SimpleHTTPRequestHandler opens whatever a link leads to. Where others can put one into the directory, by an ' +
      'upload, an archive or since the directory is everyone’s, they read any file that the server can read.',
    fails:
      'import functools\nfrom http.server import HTTPServer, SimpleHTTPRequestHandler\nHTTPServer(("", 8000), functools.partial(SimpleHTTPRequestHandler, directory="/tmp/share"))',
    passes:
      'import functools, os\nfrom http.server import HTTPServer, SimpleHTTPRequestHandler\nclass Files(SimpleHTTPRequestHandler):\n    def translate_path(self, path):\n        path = os.path.realpath(super().translate_path(path))\n        return path if os.path.commonpath([path, "/srv"]) == "/srv" else "/nowhere"\nHTTPServer(("", 8000), functools.partial(Files, directory="/srv"))',
    evidence: Object.values(evidence),
    limits:
      'What lies in the directory is not looked at; the project’s own links and archives are, where the paths are constant.',
  },
  messages: {
    shared: 'everyone on this machine can put a link into {directory}, and the handler follows it',
    linked: '{call} puts a link into {directory}, and the handler follows it wherever it leads',
    unpacked: '{call} can put links from an archive into {directory}, and the handler follows them wherever they lead',
    unknown: 'the handler follows links; whether any lead out of {directory} is not known',
  },
  on: {
    kind: 'call',
    to: [...plainServers, ...encryptedServers],
    judge(call, verdict) {
      const files = fileHandlerOf(call);
      if (files === undefined) return undefined;
      const { ownClass, directory } = files;
      const finders = ['translate_path', 'send_head'].flatMap((name) => ownClass?.method(name) ?? []);
      if (finders.some((finder) => finder.calls('os.path.realpath', 'pathlib.Path.resolve').length > 0)) {
        return verdict.pass(call, evidence.resolved);
      }
      if (directory === undefined || directory.isAbsent()) return undefined;
      const parameters = { directory: directory.text };
      if (isPrivate(directory)) return verdict.pass(call, evidence.own);
      if (isShared(directory)) return verdict.fail(directory, 'shared', parameters, { severity: 'high' });
      const link = call
        .callsInProject('os.symlink', 'pathlib.Path.symlink_to')
        .find((each) => leadsInto(placeOfLink(each), directory));
      if (link !== undefined) return verdict.fail(directory, 'linked', { ...parameters, call: link.callee.text });
      const archive = call
        .callsInProject('tarfile.TarFile.extractall', 'tarfile.TarFile.extract')
        .find(
          (each) =>
            canHoldLinks(each) && leadsInto(each.argument('path', each.name.endsWith('extract') ? 1 : 0), directory),
        );
      if (archive !== undefined)
        return verdict.fail(directory, 'unpacked', { ...parameters, call: archive.callee.text });
      return verdict.open(directory, 'unknown', parameters, { severity: 'low' });
    },
  },
});

function placeOfLink(call: CallSite): ValueView | undefined {
  return call.name === 'os.symlink' ? call.argument('dst', 1) : call.receiver();
}

/** Members of archives are links unless a filter takes out those that lead elsewhere: the default from 3.14 on does. */
function canHoldLinks(call: CallSite): boolean {
  const filter = call.argument('filter');
  return filter.isAbsent() ? !isAtLeast(call.target, 3, 14) : filter.string() === 'fully_trusted';
}

/** Constant paths, one the other or below it. */
function leadsInto(path: ValueView | undefined, directory: ValueView): boolean {
  const root = directory.string();
  const start = startOf(path);
  if (root === undefined || start === undefined || root === '') return false;
  return start === root || start.startsWith(root.endsWith('/') ? root : `${root}/`);
}

/** `"/srv/a"`, `f"/srv/{name}"`, `os.path.join("/srv", name)` */
function startOf(path: ValueView | undefined): string | undefined {
  if (path === undefined) return undefined;
  const joined = path.callTo('os.path.join', 'pathlib.Path')?.positional[0];
  if (joined !== undefined) return joined.string();
  const part = path.textParts()?.[0];
  return path.string() ?? (typeof part === 'string' ? part : undefined);
}

export default quietInTests(rule);
