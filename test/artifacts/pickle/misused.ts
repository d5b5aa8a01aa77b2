// Names that hostile pickles called, or that were published as ways past a deny list, each as `module name`; and pickles that
// call known names with arguments that are not harmless. Nothing here is ever run.

export const misusedNames: readonly string[] = `
builtins eval
builtins exec
builtins compile
builtins __import__
builtins breakpoint
builtins open
__builtin__ eval
__builtin__ execfile
os system
os popen
os getpid
posix system
nt system
subprocess Popen
subprocess check_output
commands getoutput
pty spawn
runpy run_path
runpy _run_code
code InteractiveInterpreter.runcode
code interact
timeit timeit
timeit main
cProfile run
cProfile runctx
profile run
profile Profile.run
trace Trace.run
trace Trace.runctx
pdb run
pdb Pdb.run
bdb Bdb.run
doctest debug_script
idlelib.autocomplete AutoComplete.get_entity
idlelib.autocomplete AutoComplete.fetch_completions
idlelib.calltip get_entity
idlelib.calltip Calltip.fetch_tip
idlelib.debugobj ObjectTreeItem.SetText
idlelib.run Executive.runcode
idlelib.pyshell ModifiedInterpreter.runcode
idlelib.pyshell ModifiedInterpreter.runcommand
lib2to3.pgen2.grammar Grammar.loads
lib2to3.pgen2.pgen ParserGenerator.make_label
ensurepip _run_pip
pip main
pip._internal main
venv create
asyncio.unix_events _UnixSubprocessTransport._start
asyncio.subprocess create_subprocess_shell
distutils.file_util write_file
ctypes CDLL
ctypes.util find_library
_ctypes dlopen
pydoc locate
pydoc pipepager
pkgutil resolve_name
importlib import_module
importlib.util spec_from_file_location
imp load_source
zipimport zipimporter
uuid _get_command_stdout
_osx_support _read_output
_osx_support _find_build_tool
_aix_support _read_cmd_output
_pyrepl.pager pipe_pager
imaplib IMAP4_stream
test.support.script_helper assert_python_ok
io FileIO
io open
_io FileIO
codecs open
pathlib Path.mkdir
pathlib Path.unlink
pathlib Path.write_text
pathlib PosixPath.write_bytes
shutil rmtree
tempfile mkstemp
logging FileHandler
logging.config dictConfig
logging.config listen
linecache getline
fileinput FileInput
zipfile ZipFile
tarfile open
urllib.request urlopen
urllib2 urlopen
http.client HTTPSConnection
ssl get_server_certificate
socket create_connection
smtplib SMTP
ftplib FTP
poplib POP3
imaplib IMAP4
telnetlib Telnet
nntplib NNTP
xmlrpc.client ServerProxy
requests get
webbrowser open
multiprocessing.util spawnv_passfds
multiprocessing.process BaseProcess.start
_posixsubprocess fork_exec
_thread start_new_thread
threading Thread
signal signal
_xxsubinterpreters run_string
_interpreters exec
site main
atexit register
sys modules
sys settrace
sys setrecursionlimit
gc get_objects
inspect getattr_static
marshal loads
pickle loads
_pickle loads
cPickle loads
pickle Unpickler
shelve open
tracemalloc Snapshot.load
pstats Stats
dill loads
joblib load
joblib.numpy_pickle load
torch load
torch.serialization load
torch.hub load
torch.utils.bottleneck.__main__ run_cprofile
torch.utils.bottleneck.__main__ run_autograd_prof
torch.utils.collect_env run
torch.utils.collect_env run_and_read_all
torch.utils.data.datapipes.utils.decoder basichandlers
torch.utils._config_module ConfigModule.load_config
torch.utils.cpp_extension load
torch._dynamo.guards GuardBuilder.get
torch.fx.experimental.symbolic_shapes ShapeEnv.evaluate_guards_expression
torch.jit.unsupported_tensor_ops execWrapper
torch._inductor.codecache compile_file
numpy load
numpy save
numpy fromfile
numpy.testing._private.utils runstring
numpy.f2py.crackfortran getlincoef
numpy.f2py.crackfortran _eval_length
numpy.distutils.exec_command exec_command
pandas eval
pandas read_pickle
pandas read_csv
pandas.io.parsers.readers read_csv
pandas.core.frame DataFrame.query
mlflow.projects.backend.local _run_entry_point
typing get_type_hints
typing ForwardRef._evaluate
dataclasses make_dataclass
copyreg add_extension
copyreg _inverted_registry
unittest.mock _importer
xmlrpc.server resolve_dotted_attribute
random _os.system
logging os.system
typing sys.modules
posixpath os.system
argparse _os.system
collections _sys.modules
collections OrderedDict.__init__.__globals__
functools partial.__reduce__
numpy __builtins__
types FunctionType.__globals__
yaml load
jsonpickle decode
fickling load
picklescan scanner
`
  .trim()
  .split('\n');

const made = (module: string, name: string, args: string) => `PROTO 4\nGLOBAL ${module} ${name}\n${args}\nREDUCE\nSTOP`;

export const misusedArguments: readonly (readonly [what: string, opcodes: string])[] = [
  ['bytearray of a number is that much memory', made('builtins', 'bytearray', 'LONG1 1000000000000\nTUPLE1')],
  ['bytes of a number', made('builtins', 'bytes', 'BININT 2000000000\nTUPLE1')],
  ['list of what map gives', made('builtins', 'list', 'GLOBAL builtins map\nEMPTY_TUPLE\nREDUCE\nTUPLE1')],
  [
    '_reconstructor with a base that is no object',
    made('copyreg', '_reconstructor', 'GLOBAL argparse Namespace\nGLOBAL builtins type\nNONE\nTUPLE3'),
  ],
  [
    '_reconstructor of a class that is only mentioned',
    made('copyreg', '_reconstructor', 'GLOBAL logging Logger\nGLOBAL builtins object\nNONE\nTUPLE3'),
  ],
  ['__newobj__ of a class that is not known', made('copyreg', '__newobj__', 'GLOBAL app User\nTUPLE1')],
  ['defaultdict with a function that is not known', made('collections', 'defaultdict', 'GLOBAL app make\nTUPLE1')],
  [
    'defaultdict with a function that is known otherwise',
    made('collections', 'defaultdict', 'GLOBAL copyreg _reconstructor\nTUPLE1'),
  ],
  ['a codec that unpacks', made('_codecs', 'encode', 'BINUNICODE "x"\nBINUNICODE "bz2_codec"\nTUPLE2')],
  ['a codec that is a module', made('_codecs', 'encode', 'BINUNICODE "x"\nBINUNICODE "app.codec"\nTUPLE2')],
  ['a decimal number with a huge exponent', made('decimal', 'Decimal', 'BINUNICODE "1E999999999"\nTUPLE1')],
  [
    'a tensor with hooks',
    made(
      'torch._utils',
      '_rebuild_parameter_with_state',
      'MARK\nNONE\nNEWTRUE\nNONE\nEMPTY_DICT\nBINUNICODE "__setstate__"\nGLOBAL builtins len\nSETITEM\nTUPLE',
    ),
  ],
  [
    'a tensor of any type by any function',
    made(
      'torch._tensor',
      '_rebuild_from_type_v2',
      'GLOBAL builtins len\nGLOBAL torch Tensor\nEMPTY_TUPLE\nEMPTY_DICT\nMARK\nTUPLE',
    ),
  ],
  [
    'storages of bytes that nobody looked into',
    made('torch.storage', '_load_from_bytes', 'GLOBAL builtins bytes\nEMPTY_TUPLE\nREDUCE\nTUPLE1'),
  ],
  [
    'an array of a class that is no array',
    made(
      'numpy._core.multiarray',
      '_reconstruct',
      'GLOBAL argparse Namespace\nBININT1 0\nTUPLE1\nBINBYTES "b"\nTUPLE3',
    ),
  ],
  [
    'a generator made by another function',
    made('numpy.random._pickle', '__generator_ctor', 'BINUNICODE "x"\nGLOBAL builtins len\nTUPLE2'),
  ],
  [
    'a universal function from a module of any name',
    made('numpy.core', '_ufunc_reconstruct', 'BINUNICODE "os"\nBINUNICODE "getpid"\nTUPLE2'),
  ],
  [
    'a path is made, and something is done to it',
    made('pathlib', 'Path.touch', 'GLOBAL pathlib Path\nBINUNICODE "x"\nTUPLE1\nREDUCE\nTUPLE1'),
  ],
  [
    'getattr of an object',
    made('builtins', 'getattr', 'GLOBAL argparse Namespace\nEMPTY_TUPLE\nNEWOBJ\nBINUNICODE "x"\nTUPLE2'),
  ],
  ['a class is made by type', made('builtins', 'type', 'BINUNICODE "X"\nEMPTY_TUPLE\nEMPTY_DICT\nTUPLE3')],
  ['a class is called that is known by its state only', made('argparse', 'Namespace', 'EMPTY_TUPLE')],
  ['an enumeration is called as a function', made('http', 'HTTPStatus', 'BINUNICODE "X"\nEMPTY_LIST\nTUPLE2')],
  [
    'named arguments where none are known',
    'PROTO 4\nGLOBAL builtins object\nEMPTY_TUPLE\nEMPTY_DICT\nBINUNICODE "x"\nNONE\nSETITEM\nNEWOBJ_EX\nSTOP',
  ],
  [
    'a model whose handle is no bytes',
    'PROTO 4\nGLOBAL xgboost.core Booster\nEMPTY_TUPLE\nNEWOBJ\nEMPTY_DICT\nBINUNICODE "handle"\nBININT1 1\nSETITEM\nBUILD\nSTOP',
  ],
  [
    'a type of NumPy whose fields have other names than it lists',
    'PROTO 4\nGLOBAL numpy dtype\nBINUNICODE "V8"\nNEWFALSE\nNEWTRUE\nTUPLE3\nREDUCE\nMARK\nBININT1 3\nBINUNICODE "|"\nNONE\nBINUNICODE "a"\nTUPLE1\nEMPTY_DICT\nBINUNICODE "b"\nGLOBAL numpy dtype\nBINUNICODE "i8"\nTUPLE1\nREDUCE\nBININT1 0\nTUPLE2\nSETITEM\nBININT1 8\nBININT1 1\nBININT1 16\nTUPLE\nBUILD\nSTOP',
  ],
  [
    'a tree of SciPy, which native code goes through as it is',
    'PROTO 4\nGLOBAL scipy.spatial._ckdtree cKDTree\nEMPTY_TUPLE\nNEWOBJ\nMARK\nNONE\nTUPLE\nBUILD\nSTOP',
  ],
  [
    'an object as a key, with a hash of its own',
    'PROTO 4\nEMPTY_DICT\nGLOBAL collections UserDict\nEMPTY_TUPLE\nNEWOBJ\nNONE\nSETITEM\nSTOP',
  ],
  [
    'attributes in slots by setattr',
    'PROTO 4\nGLOBAL argparse Namespace\nEMPTY_TUPLE\nNEWOBJ\nNONE\nEMPTY_DICT\nBINUNICODE "__class__"\nGLOBAL collections OrderedDict\nSETITEM\nTUPLE2\nBUILD\nSTOP',
  ],
  ['items of a class', 'PROTO 4\nGLOBAL collections OrderedDict\nMARK\nNONE\nAPPENDS\nSTOP'],
  [
    'setattr on a class',
    made('builtins', 'setattr', 'GLOBAL collections OrderedDict\nBINUNICODE "update"\nGLOBAL builtins len\nTUPLE3'),
  ],
];

/** In modules with harmful functions, or called as such modules are. */
export const honestNames: readonly string[] = `
subprocess CalledProcessError
urllib.error HTTPError
multiprocessing TimeoutError
concurrent.futures._base TimeoutError
socket gaierror
socket AddressFamily
requests.cookies RequestsCookieJar
requests.structures CaseInsensitiveDict
http.cookiejar Cookie
sqlite3 IntegrityError
os stat_result
inspect Signature
ast Module
code.models Net
test.models Net
trace.model Trace
resource.user User
nltk.tokenize.punkt PunktSentenceTokenizer
joblib.memory Memory
torch.distributed._shard.sharded_tensor.api ShardedTensor
torch.distributed.tensor DTensor
functools partial
operator itemgetter
weakref WeakValueDictionary
types MethodType
xml.etree.ElementTree Element
tarfile TarInfo
zipfile ZipInfo
`
  .trim()
  .split('\n');
