import { type ClassSite, defineRule, type ValueView } from '../../rulekit/index.ts';
import { reachOfAddress } from '../bind-address.ts';
import { quietInTests } from '../in-tests.ts';
import { encryptedServers, fileHandlerOf, plainServers } from './request-handlers.ts';

const wide = /^(\/|\.{1,2}\/?|~\/?|\/(tmp|var|etc|home|root|usr)\/?|[A-Za-z]:[\\/]?)$/;

const rule = defineRule({
  id: 'http-server/served-directory',
  code: 'HTTP-03',
  title: 'A file server without a directory of its own gives away whatever lies where it is started',
  anchor: 'library/http.server.html#http-server-security',
  severity: { network: 'high', file: 'high', shipped: 'medium', constant: 'medium' },
  cwe: [552, 538, 548],
  aliases: [],
  advice: 'Hand over functools.partial(SimpleHTTPRequestHandler, directory=…) with a directory made for serving.',
  question: 'In which folder is this server started, and may everyone see all that lies there?',
  docs: {
    why:
      'Without directory= the handler serves the current working directory with everything below: .git, .env, keys, ' +
      'databases. It also follows symbolic links out of it.',
    fails:
      'from http.server import HTTPServer, SimpleHTTPRequestHandler\nHTTPServer(("", 8000), SimpleHTTPRequestHandler)',
    passes:
      'import functools\nfrom http.server import HTTPServer, SimpleHTTPRequestHandler\nHTTPServer(("", 8000), functools.partial(SimpleHTTPRequestHandler, directory="/srv/public"))',
    evidence: ['a directory is given', 'the handler finds its files itself'],
    limits: 'What lies in the directory, and symbolic links in it, are not looked at.',
  },
  messages: {
    current: 'the handler serves the current directory with everything in it to {audience}',
    wide: 'the handler serves {directory} with everything in it to {audience}',
    unknown: 'which directory is served depends on {directory}',
  },
  on: {
    kind: 'call',
    to: [...plainServers, ...encryptedServers],
    judge(call, verdict) {
      const handler = call.argument('RequestHandlerClass', 1);
      const files = fileHandlerOf(call);
      if (files === undefined) return undefined;
      const reach = reachOfAddress(call.argument('server_address', 0));
      const isLocal = reach === 'this-machine';
      const parameters = { audience: isLocal ? 'everyone on this machine' : 'everyone who can connect' };
      const options = { severity: isLocal ? 'low' : reach === 'everyone' ? 'high' : 'medium' } as const;
      const { ownClass, directory } = files;
      if (ownClass !== undefined && findsFilesItself(ownClass)) {
        return verdict.pass(handler, 'the handler finds its files itself');
      }
      if (directory === undefined || directory.isAbsent()) {
        if (call.siblingCalls('os.chdir', 'os.fchdir').length > 0) {
          return verdict.open(handler, 'unknown', { directory: 'os.chdir()' }, { severity: 'low' });
        }
        return verdict.fail(handler, 'current', parameters, options);
      }
      const isInCall = call.span.start <= directory.span.start && directory.span.end <= call.span.end;
      const subject = isInCall ? directory : handler;
      const extent = extentOf(directory);
      if (extent === 'narrow') return verdict.pass(subject, 'a directory is given');
      if (extent === 'wide')
        return verdict.fail(subject, 'wide', { ...parameters, directory: directory.text }, options);
      return verdict.open(subject, 'unknown', { directory: directory.text }, { severity: 'low' });
    },
    fixes: [
      {
        class: 'advice',
        title: 'Pass functools.partial(SimpleHTTPRequestHandler, directory=…) with a directory made for serving',
        for: ['current', 'wide'],
      },
    ],
  },
});

function findsFilesItself(definition: ClassSite): boolean {
  if (definition.method('translate_path') !== undefined || definition.method('send_head') !== undefined) return true;
  // def __init__(self, *args, **kwargs): super().__init__(*args, directory=ROOT, **kwargs)
  return (
    definition
      .method('__init__')
      ?.calls()
      .some((call) => call.keywords.includes('directory')) ?? false
  );
}

function extentOf(directory: ValueView): 'wide' | 'narrow' | undefined {
  if (directory.callTo('os.getcwd', 'pathlib.Path.cwd', 'pathlib.Path.home') !== undefined) return 'wide';
  const path = directory.string();
  if (path !== undefined) return wide.test(path) ? 'wide' : 'narrow';
  return directory.origin().provenance === 'shipped' ? 'narrow' : undefined;
}

export default quietInTests(rule);
