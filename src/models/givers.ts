// Which other packages hand out objects of a standard module's classes: `pathlib.Path` comes out of many functions,
// `pipes.Template` out of none but its own. Where none of them is in sight, no object of such a class is either.

/**
 * `modules: others`, first components of dotted names, followed to the end: through subclasses, aliases and twins. Modules
 * that are not listed are handed out by more than twenty. A test compares this with the whole table and all rows.
 */
const table = `
__future__ __main__ _ast _asyncio _bisect _blake2 _bz2 _compat_pickle _compression _contextvars _curses
  _curses_panel _decimal _heapq _imp _interpchannels _interpreters _io _json _lzma _multibytecodec _operator
  _osx_support _posixsubprocess _py_abc _pydecimal _queue _random _socket _sqlite3 _ssl _stat _struct
  _threading_local _tkinter _tracemalloc _warnings _weakref _weakrefset _winapi _zstd aifc antigravity argparse
  atexit audioop base64 binascii binhex calendar cgi cgitb chunk cmath code colorsys compileall copy crypt
  dataclasses difflib distutils doctest encodings ensurepip errno faulthandler fcntl filecmp fileinput fnmatch
  fractions ftplib gc getopt getpass gettext glob graphlib grp imaplib imghdr inspect ipaddress keyword lib2to3
  linecache mailbox mailcap marshal math mimetypes modulefinder msvcrt netrc nis nntplib nt nturl2path optparse
  ossaudiodev pdb pickletools pipes pkgutil platform plistlib poplib posix pprint profile profiling pstats pty pwd
  py_compile pyclbr pydoc_data quopri readline runpy sched secrets select selectors shelve shutil signal site
  smtpd smtplib sndhdr spwd sre_compile sre_parse statistics string stringprep sunau symtable sysconfig syslog
  tabnanny telnetlib termios textwrap this timeit tokenize tomllib trace tty turtle typing_extensions unicodedata
  uu venv wave webbrowser winsound wsgiref xdrlib xxlimited zipapp zipimport zoneinfo:
_codecs: _multibytecodec codecs encodings
_csv: csv
_ctypes: _asyncio _interpreters _multiprocessing asyncio billiard concurrent ctypes multiprocess multiprocessing
_dbm: _gdbm anydbm cachecontrol dbm django dumbdbm future gdbm pip requests requests_html rest_framework six
  sklearn urllib3 whichdb
_frozen_importlib: _frozen_importlib_external _imp cachecontrol django future imp importlib pip requests
  requests_html rest_framework six sklearn urllib3 zipimport
_frozen_importlib_external: _frozen_importlib _imp cachecontrol django future imp importlib pip requests
  requests_html rest_framework six sklearn urllib3 zipimport
_gdbm: _dbm anydbm cachecontrol dbm django dumbdbm future gdbm pip requests requests_html rest_framework six
  sklearn urllib3 whichdb
_hashlib: _blake2 _md5 _sha _sha1 _sha2 _sha256 _sha512 hashlib md5 sha
_interpqueues: _asyncio _interpreters asyncio concurrent
_locale: locale
_lsprof: cProfile profiling
_markupbase: HTMLParser cachecontrol django future html htmlentitydefs pip requests requests_html rest_framework
  six sklearn urllib3
_msi: msilib
_remote_debugging cProfile: profiling
_thread: cachecontrol django dummy_thread future pip requests requests_html rest_framework six sklearn thread
  urllib3
array mmap: _asyncio _interpreters _multiprocessing asyncio billiard concurrent multiprocess multiprocessing
asynchat: smtpd
asyncio: _asyncio
asyncore: asynchat smtpd
bdb cmd rlcompleter: pdb
bisect: _bisect
codecs: _codecs _multibytecodec encodings
codeop: code
concurrent: _asyncio _interpreters asyncio
configparser: ConfigParser cachecontrol django future pip requests requests_html rest_framework six sklearn
  urllib3
contextvars: _asyncio _contextvars asyncio
copyreg: cachecontrol copy_reg django future pip requests requests_html rest_framework six sklearn urllib3
csv: _csv
ctypes: _asyncio _ctypes _interpreters _multiprocessing asyncio billiard concurrent multiprocess multiprocessing
curses: _curses _curses_panel
dbm: _dbm _gdbm anydbm cachecontrol django dumbdbm future gdbm pip requests requests_html rest_framework six
  sklearn urllib3 whichdb
decimal: _decimal _pydecimal django rest_framework
dis: inspect
functools itertools sys: cachecontrol django future pip requests requests_html rest_framework six sklearn
  urllib3
hashlib: _blake2 _hashlib _md5 _sha _sha1 _sha2 _sha256 _sha512 md5 sha
heapq: _heapq
hmac: _blake2 _hashlib _md5 _operator _sha _sha1 _sha2 _sha256 _sha512 hashlib md5 operator secrets sha
html: HTMLParser cachecontrol django future htmlentitydefs pip requests requests_html rest_framework six sklearn
  urllib3
imp: _imp
importlib: _frozen_importlib _frozen_importlib_external _imp cachecontrol django future imp pip requests
  requests_html rest_framework six sklearn urllib3 zipimport
json: _json
locale: _locale
logging: _asyncio _interpreters _multiprocessing asyncio billiard concurrent doctest lib2to3 multiprocess
  multiprocessing unittest venv
msilib: _msi
multiprocessing: _asyncio _interpreters _multiprocessing asyncio billiard concurrent multiprocess
numbers: fractions
opcode: dis inspect
operator: _operator
pathlib: _frozen_importlib _frozen_importlib_external _imp cachecontrol django future imp importlib pip requests
  requests_html rest_framework six sklearn urllib3 zipimport
pydoc: DocXMLRPCServer SimpleXMLRPCServer cachecontrol django future pip requests requests_html rest_framework
  six sklearn urllib3 xmlrpc xmlrpclib
queue: Queue _asyncio _interpreters _multiprocessing _queue asyncio billiard cachecontrol concurrent django
  future multiprocess multiprocessing pip requests requests_html rest_framework six sklearn urllib3
random: _random secrets whrandom
reprlib: DocXMLRPCServer SimpleXMLRPCServer cachecontrol django future pip pydoc requests requests_html
  rest_framework six sklearn urllib3 xmlrpc xmlrpclib
shlex: cachecontrol django future pip pipes requests requests_html rest_framework six sklearn urllib3
sqlite3: _sqlite3
sre_constants: sre_compile sre_parse
stat: _stat
struct: _asyncio _interpreters _multiprocessing _struct asyncio billiard concurrent multiprocess multiprocessing
subprocess: _asyncio _winapi asyncio cachecontrol django future imaplib pip requests requests_html
  rest_framework six sklearn urllib3
tarfile: backports
tempfile: cachecontrol cgi django future pip profiling requests requests_html rest_framework robotparser six
  sklearn urllib urllib2 urllib3 urlparse
tkinter: ScrolledText Tkinter _tkinter cachecontrol django future pip requests requests_html rest_framework six
  sklearn tkFileDialog tkMessageBox turtle urllib3
token: tokenize
traceback: _asyncio asyncio
tracemalloc: _tracemalloc
unittest: doctest
uuid: django rest_framework
urllib: cachecontrol cgi django future pip requests requests_html rest_framework robotparser six sklearn urllib2
  urllib3 urlparse
warnings: _warnings doctest typing_extensions unittest
weakref: _asyncio _interpreters _weakref _weakrefset asyncio concurrent
winreg: _winreg cachecontrol django future pip requests requests_html rest_framework six sklearn urllib3
xml: _elementtree cElementTree defusedxml elementtree pyexpat
xmlrpc: DocXMLRPCServer SimpleXMLRPCServer cachecontrol django future pip requests requests_html rest_framework
  six sklearn urllib3 xmlrpclib
zipfile: _frozen_importlib _frozen_importlib_external _imp cachecontrol django future imp importlib pip pyzipper
  requests requests_html rest_framework six sklearn urllib3 zipfile2 zipfile36 zipimport
`;

let givers: ReadonlyMap<string, readonly string[]> | undefined;

/** First components of the names that may give an object of a class in `root`, itself included; undefined: anyone may. */
export function giversOf(root: string): readonly string[] | undefined {
  givers ??= read();
  return givers.get(root);
}

function read(): ReadonlyMap<string, readonly string[]> {
  const read = new Map<string, readonly string[]>();
  for (const line of table
    .trim()
    .replace(/\n {2}/g, ' ')
    .split('\n')) {
    const [modules = '', others = ''] = line.split(':');
    const list = others.split(' ').filter((each) => each !== '');
    for (const module of modules.split(' ')) read.set(module, [module, ...list]);
  }
  return read;
}
