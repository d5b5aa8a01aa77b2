// Facts about the standard library, taken from its documentation.

import { describe, expect, test } from 'vitest';
import { library } from '../../src/models/index.ts';

const parametersOf = (name: string) => library.parametersOf(name)?.map((parameter) => parameter.name);
const ancestorsOf = (name: string): string[] =>
  (library.basesOf(name) ?? []).flatMap((base) => [base, ...ancestorsOf(base)]);

describe('canonical names', () => {
  test.each([
    ['_pickle.loads', 'pickle.loads'],
    ['cPickle.loads', 'pickle.loads'],
    ['pickle._Unpickler', 'pickle.Unpickler'],
    ['_pickle.Unpickler.load', 'pickle.Unpickler.load'],
    ['posixpath.join', 'os.path.join'],
    ['ntpath.basename', 'os.path.basename'],
    ['posix.system', 'os.system'],
    ['open', 'builtins.open'],
    ['io.open', 'builtins.open'],
    ['__builtin__.eval', 'builtins.eval'],
    ['bytes.fromhex', 'builtins.bytes.fromhex'],
    ['_socket.socket', 'socket.socket'],
    ['_random.Random', 'random.Random'],
    ['_hashlib.openssl_md5', 'hashlib.md5'],
    ['md5.new', 'hashlib.md5'],
    ['pyexpat.ParserCreate', 'xml.parsers.expat.ParserCreate'],
    ['xml.etree.cElementTree.fromstring', 'xml.etree.ElementTree.fromstring'],
    ['asyncio.subprocess.create_subprocess_exec', 'asyncio.create_subprocess_exec'],
    ['concurrent.futures.process.ProcessPoolExecutor', 'concurrent.futures.ProcessPoolExecutor'],
    ['json.decoder.JSONDecoder', 'json.JSONDecoder'],
    ['unittest.case.TestCase', 'unittest.TestCase'],
    ['sqlite3.dbapi2.connect', 'sqlite3.connect'],
    ['six.moves.cPickle.loads', 'pickle.loads'],
    ['six.moves.urllib.request.urlopen', 'urllib.request.urlopen'],
    ['django.utils.six.moves.cPickle.load', 'pickle.load'],
    ['urllib2.urlopen', 'urllib.request.urlopen'],
    ['urllib.urlopen', 'urllib.request.urlopen'],
    ['urlparse.urlparse', 'urllib.parse.urlparse'],
    ['BaseHTTPServer.HTTPServer', 'http.server.HTTPServer'],
    ['pipes.quote', 'shlex.quote'],
    ['multiprocessing.context.BaseContext.Pipe', 'multiprocessing.Pipe'],
    ['ssl.SSLSocket.sendall', 'ssl.SSLSocket.sendall'],
    ['http.server.SimpleHTTPRequestHandler.send_header', 'http.server.BaseHTTPRequestHandler.send_header'],
    ['app.views.open', 'app.views.open'],
    ['xml.sax.handler.ContentHandler', 'xml.sax.handler.ContentHandler'],
  ])('%s is %s', (spelling, canonical) => {
    expect(library.canonicalName(spelling)).toBe(canonical);
  });
});

describe('classes', () => {
  test.each([
    ['random.SystemRandom', 'random.Random'],
    ['ssl.SSLSocket', 'socket.socket'],
    ['http.client.HTTPSConnection', 'http.client.HTTPConnection'],
    ['http.server.CGIHTTPRequestHandler', 'http.server.BaseHTTPRequestHandler'],
    ['http.server.ThreadingHTTPServer', 'socketserver.TCPServer'],
    ['shelve.DbfilenameShelf', 'shelve.Shelf'],
    ['xmlrpc.server.SimpleXMLRPCServer', 'socketserver.BaseServer'],
    ['subprocess.CalledProcessError', 'builtins.Exception'],
    ['zipfile.ZipExtFile', 'io.IOBase'],
    ['binascii.Error', 'builtins.ValueError'],
    ['builtins.bool', 'builtins.int'],
    ['smtplib.SMTP_SSL', 'smtplib.SMTP'],
    ['ftplib.FTP_TLS', 'ftplib.FTP'],
    ['pathlib.PosixPath', 'pathlib.PurePath'],
    ['logging.handlers.SocketHandler', 'logging.Handler'],
    ['collections.OrderedDict', 'builtins.dict'],
  ])('%s inherits from %s', (className, ancestor) => {
    expect(library.isClass(className)).toBe(true);
    expect(ancestorsOf(className)).toContain(ancestor);
  });

  test.each([
    ['pickle.Unpickler', 'load', 'pickle.Unpickler.load'],
    ['pickle.Unpickler', 'find_class', 'pickle.Unpickler.find_class'],
    ['socket.socket', 'recv', 'socket.socket.recv'],
    ['ssl.SSLSocket', 'read', 'ssl.SSLSocket.read'],
    ['ssl.SSLContext', 'verify_mode', 'ssl.SSLContext.verify_mode'],
    ['random.SystemRandom', 'choice', 'random.SystemRandom.choice'],
    ['smtplib.SMTP_SSL', 'login', 'smtplib.SMTP.login'],
    ['zipfile.ZipFile', 'extractall', 'zipfile.ZipFile.extractall'],
    ['pathlib.PosixPath', 'read_bytes', 'pathlib.Path.read_bytes'],
    ['multiprocessing.connection.Connection', 'recv', 'multiprocessing.connection.Connection.recv'],
    ['http.server.SimpleHTTPRequestHandler', 'headers', 'http.server.BaseHTTPRequestHandler.headers'],
  ])('%s has %s', (className, member, defined) => {
    expect(library.memberOf(className, member)).toBe(defined);
  });

  test('unknown members and classes are not made up', () => {
    expect(library.memberOf('pickle.Unpickler', 'nothing_like_this')).toBeUndefined();
    expect(library.memberOf('app.Thing', 'load')).toBeUndefined();
    expect(library.basesOf('app.Thing')).toBeUndefined();
    expect(library.isClass('os.system')).toBe(false);
    expect(library.typeOf('app.thing')).toBeUndefined();
    expect(library.parametersOf('app.thing')).toBeUndefined();
  });
});

describe('modules', () => {
  test.each([
    'os',
    'os.path',
    'xml.etree.ElementTree',
    'cgi',
    'asyncore',
    'distutils',
    'compression.zstd',
    'flask',
    'yaml',
  ])('%s is a module', (name) => {
    expect(library.isModule(name)).toBe(true);
  });

  test('what a star import binds', () => {
    expect(library.exportsOf('pickle')).toEqual(expect.arrayContaining(['load', 'loads', 'Unpickler']));
    expect(library.exportsOf('os.path')).toEqual(expect.arrayContaining(['join', 'basename', 'abspath']));
    expect(library.exportsOf('subprocess')).toEqual(expect.arrayContaining(['run', 'Popen', 'PIPE', 'DEVNULL']));
    expect(library.exportsOf('tempfile')).not.toContain('_RandomNameSequence');
    expect(library.exportsOf('app')).toBeUndefined();
  });

  test.each([
    ['os.path', 'module'],
    ['os.system', 'function'],
    ['pickle.Unpickler', 'class'],
    ['pickle.Unpickler.load', 'function'],
    ['ssl.SSLContext.verify_mode', 'attribute'],
    ['ssl.CERT_NONE', 'attribute'],
    ['tarfile.open', 'function'],
    ['random.randint', 'function'],
  ])('%s is a %s', (name, kind) => {
    expect(library.kindOf(name)).toBe(kind);
  });
});

describe('types', () => {
  test.each([
    ['subprocess.Popen', 'subprocess.Popen'],
    ['subprocess.run', 'subprocess.CompletedProcess'],
    ['builtins.open', 'io.TextIOWrapper'],
    ['zipfile.ZipFile.open', 'zipfile.ZipExtFile'],
    ['zipfile.ZipFile.__enter__', 'zipfile.ZipFile'],
    ['tarfile.open', 'tarfile.TarFile'],
    ['ssl.create_default_context', 'ssl.SSLContext'],
    ['ssl.SSLContext.wrap_socket', 'ssl.SSLSocket'],
    ['socket.create_connection', 'socket.socket'],
    ['shelve.open', 'shelve.DbfilenameShelf'],
    ['multiprocessing.connection.Client', 'multiprocessing.connection.Connection'],
    ['multiprocessing.connection.Listener.accept', 'multiprocessing.connection.Connection'],
    ['multiprocessing.Manager', 'multiprocessing.managers.SyncManager'],
    ['asyncio.create_subprocess_exec', 'asyncio.subprocess.Process'],
    ['urllib.request.urlopen', 'http.client.HTTPResponse'],
    ['http.client.HTTPConnection.getresponse', 'http.client.HTTPResponse'],
    ['hashlib.sha256', '_hashlib.HASH'],
    ['hashlib.sha256().hexdigest'.replace('()', ''), undefined],
    ['hmac.new', 'hmac.HMAC'],
    ['hmac.HMAC.hexdigest', 'builtins.str'],
    ['xml.sax.make_parser', 'xml.sax.xmlreader.XMLReader'],
    ['xml.etree.ElementTree.fromstring', 'xml.etree.ElementTree.Element'],
    ['tempfile.mktemp', 'builtins.str'],
    ['pathlib.Path.read_bytes', 'builtins.bytes'],
    ['pathlib.PurePath.joinpath', 'pathlib.PurePath'],
    ['argparse.ArgumentParser.parse_args', 'argparse.Namespace'],
    ['logging.getLogger', 'logging.Logger'],
    ['sqlite3.connect', 'sqlite3.Connection'],
    ['sqlite3.Connection.cursor', 'sqlite3.Cursor'],
    ['http.server.BaseHTTPRequestHandler.headers', 'email.message.Message'],
    ['re.compile', 're.Pattern'],
    ['uuid.uuid4', 'uuid.UUID'],
    ['secrets.token_hex', 'builtins.str'],
    ['requests.get', 'requests.Response'],
    ['redis.from_url', 'redis.Redis'],
  ])('%s gives %s', (name, type) => {
    expect(library.typeOf(name)).toBe(type);
  });

  test.each([
    ['multiprocessing.Pipe', undefined, 'multiprocessing.connection.Connection'],
    ['socket.socket.accept', 0, 'socket.socket'],
    ['zipfile.ZipFile.infolist', undefined, 'zipfile.ZipInfo'],
    ['zipfile.ZipFile.namelist', undefined, 'builtins.str'],
    ['tarfile.TarFile.getmembers', undefined, 'tarfile.TarInfo'],
    ['sys.argv', undefined, 'builtins.str'],
    ['asyncio.open_connection', 0, 'asyncio.StreamReader'],
    ['asyncio.open_connection', 1, 'asyncio.StreamWriter'],
    ['tempfile.mkstemp', 0, 'builtins.int'],
  ])('items of %s at %s are %s', (name, position, type) => {
    expect(library.itemTypeOf(name, position)).toBe(type);
  });

  test('a mode decides what open() gives', () => {
    expect(library.typesOf('builtins.open')).toEqual(expect.arrayContaining(['io.TextIOWrapper', 'io.BufferedReader']));
  });

  test('context managers and builders give the object itself', () => {
    expect(library.returnsReceiver('zipfile.ZipFile.__enter__')).toBe(true);
    expect(library.returnsReceiver('socket.socket.__enter__')).toBe(true);
    expect(library.returnsReceiver('zipfile.ZipFile.open')).toBe(false);
  });

  test('calls that do not come back', () => {
    for (const name of ['sys.exit', 'os._exit', 'os.abort', 'os.execv', 'argparse.ArgumentParser.error']) {
      expect([name, library.neverReturns(name)]).toEqual([name, true]);
    }
    expect(library.neverReturns('os.system')).toBe(false);
  });
});

describe('parameters', () => {
  test('in order, `self` left out', () => {
    expect(parametersOf('subprocess.Popen')?.slice(0, 11)).toEqual([
      'args',
      'bufsize',
      'executable',
      'stdin',
      'stdout',
      'stderr',
      'preexec_fn',
      'close_fds',
      'shell',
      'cwd',
      'env',
    ]);
    expect(parametersOf('zipfile.ZipFile.extractall')).toEqual(['path', 'members', 'pwd']);
    expect(parametersOf('tempfile.mktemp')).toEqual(['suffix', 'prefix', 'dir']);
    expect(parametersOf('shelve.open')?.slice(0, 4)).toEqual(['filename', 'flag', 'protocol', 'writeback']);
    expect(parametersOf('hashlib.pbkdf2_hmac')).toEqual(['hash_name', 'password', 'salt', 'iterations', 'dklen']);
    expect(parametersOf('base64.b64decode')?.slice(0, 3)).toEqual(['s', 'altchars', 'validate']);
    expect(parametersOf('random.randint')).toEqual(['a', 'b']);
    expect(parametersOf('logging.config.listen')).toEqual(['port', 'verify']);
    expect(parametersOf('multiprocessing.connection.Listener')).toEqual(['address', 'family', 'backlog', 'authkey']);
  });

  test('of all versions together', () => {
    // keyfile and certfile came first until 3.12
    expect(parametersOf('smtplib.SMTP.starttls')).toEqual(['keyfile', 'certfile', 'context']);
    expect(parametersOf('urllib.request.urlopen')).toEqual(expect.arrayContaining(['url', 'context', 'cafile']));
    expect(parametersOf('http.client.HTTPSConnection')).toEqual(expect.arrayContaining(['context', 'check_hostname']));
  });

  test('with their roles and defaults', () => {
    const [data, fixImports] = library.parametersOf('pickle.loads') ?? [];
    expect(data).toEqual({ name: 'data', role: 'positional-only', hasDefault: false });
    expect(fixImports).toEqual({ name: 'fix_imports', role: 'keyword-only', hasDefault: true });
    const run = library.parametersOf('subprocess.run') ?? [];
    expect(run.find((parameter) => parameter.name === 'check')).toMatchObject({ hasDefault: true });
    const join = library.parametersOf('os.path.join') ?? [];
    expect(join.at(-1)).toMatchObject({ role: 'variadic' });
  });
});
