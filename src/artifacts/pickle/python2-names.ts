// What loaders make of the names in pickles below protocol 3, which Python 2 wrote or may have written: `NAME_MAPPING` and
// `IMPORT_MAPPING` of CPython's `Lib/_compat_pickle.py` (3.11).

const modules = `
  __builtin__=builtins copy_reg=copyreg Queue=queue SocketServer=socketserver ConfigParser=configparser repr=reprlib
  tkFileDialog=tkinter.filedialog tkSimpleDialog=tkinter.simpledialog tkColorChooser=tkinter.colorchooser
  tkCommonDialog=tkinter.commondialog Dialog=tkinter.dialog Tkdnd=tkinter.dnd tkFont=tkinter.font
  tkMessageBox=tkinter.messagebox ScrolledText=tkinter.scrolledtext Tkconstants=tkinter.constants Tix=tkinter.tix
  ttk=tkinter.ttk Tkinter=tkinter markupbase=_markupbase _winreg=winreg thread=_thread dummy_thread=_dummy_thread
  dbhash=dbm.bsd dumbdbm=dbm.dumb dbm=dbm.ndbm gdbm=dbm.gnu xmlrpclib=xmlrpc.client SimpleXMLRPCServer=xmlrpc.server
  httplib=http.client htmlentitydefs=html.entities HTMLParser=html.parser Cookie=http.cookies
  cookielib=http.cookiejar BaseHTTPServer=http.server test.test_support=test.support commands=subprocess
  urlparse=urllib.parse robotparser=urllib.robotparser urllib2=urllib.request anydbm=dbm _abcoll=collections.abc
  cPickle=pickle _elementtree=xml.etree.ElementTree FileDialog=tkinter.filedialog SimpleDialog=tkinter.simpledialog
  DocXMLRPCServer=xmlrpc.server SimpleHTTPServer=http.server CGIHTTPServer=http.server UserDict=collections
  UserList=collections UserString=collections whichdb=dbm StringIO=io cStringIO=io
`;

const names = `
  __builtin__.xrange=builtins.range __builtin__.reduce=functools.reduce __builtin__.intern=sys.intern
  __builtin__.unichr=builtins.chr __builtin__.unicode=builtins.str __builtin__.long=builtins.int
  itertools.izip=builtins.zip itertools.imap=builtins.map itertools.ifilter=builtins.filter
  itertools.ifilterfalse=itertools.filterfalse itertools.izip_longest=itertools.zip_longest
  UserDict.IterableUserDict=collections.UserDict UserList.UserList=collections.UserList
  UserString.UserString=collections.UserString whichdb.whichdb=dbm.whichdb _socket.fromfd=socket.fromfd
  _multiprocessing.Connection=multiprocessing.connection.Connection
  multiprocessing.process.Process=multiprocessing.context.Process
  multiprocessing.forking.Popen=multiprocessing.popen_fork.Popen
  urllib.ContentTooShortError=urllib.error.ContentTooShortError urllib.getproxies=urllib.request.getproxies
  urllib.pathname2url=urllib.request.pathname2url urllib.quote_plus=urllib.parse.quote_plus
  urllib.quote=urllib.parse.quote urllib.unquote_plus=urllib.parse.unquote_plus urllib.unquote=urllib.parse.unquote
  urllib.url2pathname=urllib.request.url2pathname urllib.urlcleanup=urllib.request.urlcleanup
  urllib.urlencode=urllib.parse.urlencode urllib.urlopen=urllib.request.urlopen
  urllib.urlretrieve=urllib.request.urlretrieve urllib2.HTTPError=urllib.error.HTTPError
  urllib2.URLError=urllib.error.URLError
  multiprocessing.AuthenticationError=multiprocessing.context.AuthenticationError
  multiprocessing.BufferTooShort=multiprocessing.context.BufferTooShort
  multiprocessing.ProcessError=multiprocessing.context.ProcessError
  multiprocessing.TimeoutError=multiprocessing.context.TimeoutError __builtin__.basestring=builtins.str
  exceptions.StandardError=builtins.Exception UserDict.UserDict=collections.UserDict
  socket._socketobject=socket.SocketType
`;

/** Names of the module `exceptions` that are builtins now. */
const exceptions = `
  ArithmeticError AssertionError AttributeError BaseException BufferError BytesWarning DeprecationWarning EOFError
  EnvironmentError Exception FloatingPointError FutureWarning GeneratorExit IOError ImportError ImportWarning
  IndentationError IndexError KeyError KeyboardInterrupt LookupError MemoryError NameError NotImplementedError
  OSError OverflowError PendingDeprecationWarning ReferenceError RuntimeError RuntimeWarning StopIteration
  SyntaxError SyntaxWarning SystemError SystemExit TabError TypeError UnboundLocalError UnicodeDecodeError
  UnicodeEncodeError UnicodeError UnicodeTranslateError UnicodeWarning UserWarning ValueError Warning
  ZeroDivisionError
`;

const moduleByOld = toMap(modules);
const nameByOld = toMap(names);
const oldExceptions = new Set(exceptions.trim().split(/\s+/));

/** The module and the name that are looked up in their place; the same ones where nothing is mapped. */
export function toPython3(module: string, name: string): readonly [module: string, name: string] {
  const whole = nameByOld.get(`${module}.${name}`);
  if (whole !== undefined) {
    const dot = whole.lastIndexOf('.');
    return [whole.slice(0, dot), whole.slice(dot + 1)];
  }
  if (module === 'exceptions' && oldExceptions.has(name)) return ['builtins', name];
  return [moduleByOld.get(module) ?? module, name];
}

function toMap(text: string): ReadonlyMap<string, string> {
  const pairs = text.trim().split(/\s+/);
  return new Map(pairs.map((pair) => pair.split('=') as [string, string]));
}
