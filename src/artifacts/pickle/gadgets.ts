// Names that pickles have been made to misuse, by what they do. Nothing is taken for harmless because it is missing here:
// what may be named is listed in `allowed/`. This list says which of the other names are shown to do harm, and in what words.

export type Harm =
  | 'runs-code'
  | 'finds-names'
  | 'makes-code'
  | 'loads-more'
  | 'touches-files'
  | 'uses-network'
  | 'native-code'
  | 'starts-processes'
  | 'installs-packages'
  | 'changes-program';

export interface Gadget {
  readonly harm: Harm;
  /** what it does, for a message: `runs code` */
  readonly does: string;
  /**
   * Honest pickles call it too (`functools.partial`, functions by value): the call alone shows nothing, the use of what it
   * gives as something to call does.
   */
  readonly isOrdinary: boolean;
}

const words: Readonly<Record<Harm, string>> = {
  'runs-code': 'runs code or commands',
  'finds-names': 'reaches objects by their names',
  'makes-code': 'makes functions of bytecode',
  'loads-more': 'loads another pickle',
  'touches-files': 'opens, writes or deletes files',
  'uses-network': 'talks to other machines',
  'native-code': 'calls native code',
  'starts-processes': 'starts processes or threads',
  'installs-packages': 'installs or runs packages',
  'changes-program': 'changes the program that loads it',
};

// A line a module: names in it, `*` for all of them and for its submodules, `Class.*` for all of a class.
const harmful: Readonly<Record<Harm, string>> = {
  'runs-code': `
    builtins: apply eval exec execfile compile __import__ breakpoint input reload
    os: *
    posix: *
    nt: *
    subprocess: *
    commands: *
    popen2: *
    pty: *
    runpy: *
    code: *
    codeop: *
    timeit: *
    cProfile: *
    profile: *
    hotshot: *
    trace: *
    bdb: *
    pdb: *
    doctest: *
    idlelib: *
    lib2to3: *
    sched: scheduler.*
    cmd: Cmd.*
    test.support: *
    test.libregrtest: *
    unittest.mock: *
    typing: get_type_hints _eval_type ForwardRef.* _make_forward_ref
    dataclasses: make_dataclass _create_fn
    inspect: get_annotations
    logging.config: *
    site: *
    sitecustomize: *
    this: *
    antigravity: *
    uuid: _get_command_stdout
    _osx_support: *
    _aix_support: *
    _pyrepl: *
    imaplib: IMAP4_stream *
    asyncio.unix_events: *
    asyncio.subprocess: *
    asyncio.base_subprocess: *
    asyncio: create_subprocess_exec create_subprocess_shell run
    asyncio.base_events: *
    asyncio.runners: *
    platform: popen _syscmd_ver _syscmd_file architecture
    webbrowser: *
    rlcompleter: *
    turtledemo: *
    ntpath: os.*
    numpy.testing: *
    numpy.f2py: *
    numpy.distutils: *
    numpy: load.*
    numpy.lib.utils: _makenamedict
    pandas: eval
    pandas.core.computation: *
    pandas.core.frame: DataFrame.eval DataFrame.query
    sympy: sympify parse_expr
    sympy.core.sympify: *
    sympy.parsing: *
    torch.utils.bottleneck: *
    torch.utils.collect_env: *
    torch.utils.cpp_extension: *
    torch.utils._config_module: *
    torch.utils.data.datapipes.utils.decoder: *
    torch._dynamo: *
    torch._inductor: *
    torch.fx.experimental: *
    torch.fx._lazy_graph_module: *
    torch.fx.graph_module: *
    torch.jit.unsupported_tensor_ops: *
    torch.distributed.rpc: *
    torch.distributed.run: *
    torch.multiprocessing: spawn start_processes
    torch.multiprocessing.spawn: *
    torch.hub: *
    torch.testing._internal: *
    mlflow.projects: *
    django.core.management: call_command execute_from_command_line
    jinja2: *
    mako: *
    scipy.weave: *
    fabric.api: *
    invoke: run
    sh: *
    pexpect: *
    twisted.internet.process: *
  `,
  'finds-names': `
    builtins: vars globals locals
    operator: __getattribute__
    pydoc: *
    pkgutil: *
    importlib: *
    imp: *
    xmlrpc.server: resolve_dotted_attribute
    SimpleXMLRPCServer: resolve_dotted_attribute
    gc: *
    inspect: getattr_static getmodule getmembers currentframe stack
    zope.dottedname.resolve: resolve
    werkzeug.utils: import_string
    django.utils.module_loading: import_string
    unittest.loader: *
    ast: literal_eval
    zipimport: *
    builtins.__dict__: *
  `,
  'makes-code': `
    marshal: *
    new: *
    codecs: register register_error
    _codecs: register register_error
  `,
  'loads-more': `
    pickle: *
    _pickle: *
    cPickle: *
    pickletools: *
    joblib: load
    joblib.numpy_pickle: load load_temporary_memmap read_array
    torch: load
    torch.serialization: load _load _legacy_load
    torch.package: *
    torch.jit: load
    numpy: load loadtxt genfromtxt fromregex
    numpy.lib.npyio: *
    numpy.lib._npyio_impl: *
    numpy.lib.format: *
    pandas: read_pickle
    pandas.io.pickle: *
    pandas.compat.pickle_compat: *
    shelve: *
    dbm: *
    dill: load loads load_session load_module load_module_asdict
    dill._dill: load loads
    dill.session: *
    cloudpickle: load loads
    tracemalloc: *
    pstats: *
    yaml: load load_all full_load unsafe_load unsafe_load_all
    jsonpickle: *
    srsly: *
    tensorflow.keras.models: load_model
    keras.models: load_model
    keras.saving: *
    multiprocessing.reduction: *
  `,
  'touches-files': `
    builtins: open file
    io: open open_code FileIO OpenWrapper
    _io: open open_code FileIO
    codecs: open EncodedFile
    pathlib: Path.* PosixPath.* WindowsPath.*
    pathlib._local: Path.* PosixPath.* WindowsPath.*
    shutil: *
    tempfile: *
    gzip: *
    bz2: open BZ2File
    lzma: open LZMAFile
    zipfile: ZipFile PyZipFile main Path
    tarfile: open TarFile main
    distutils: *
    fileinput: *
    linecache: *
    glob: *
    fcntl: *
    mmap: *
    logging: FileHandler basicConfig
    logging.handlers: *
    filecmp: *
    sqlite3: connect
    _sqlite3: connect
    dbm.dumb: *
    _dbm: *
    _gdbm: *
    tokenize: open
    py_compile: *
    compileall: *
    configparser: ConfigParser.read
    netrc: *
    numpy: fromfile save savetxt savez memmap DataSource tofile
    numpy.core.memmap: memmap
    numpy.core.multiarray: fromfile
    numpy._core.multiarray: fromfile
    numpy.lib._datasource: *
    torch: save from_file
    torch.storage: UntypedStorage.from_file UntypedStorage._new_shared_filename_cpu
    h5py: File
  `,
  'uses-network': `
    socket: *
    _socket: *
    ssl: *
    _ssl: *
    http.client: *
    http.server: *
    httplib: *
    urllib: *
    urllib2: *
    urllib3: PoolManager request
    requests: get post put patch delete head options request
    requests.api: *
    httpx: get post put patch delete head options request stream
    aiohttp: request ClientSession
    aiohttp.client: request ClientSession
    smtplib: *
    smtpd: *
    imaplib: *
    ftplib: *
    poplib: *
    telnetlib: *
    nntplib: *
    xmlrpc: *
    xmlrpclib: *
    socketserver: *
    asyncore: *
    asynchat: *
    pandas: read_csv read_html read_json read_xml read_table read_excel read_parquet read_sql read_feather read_hdf
    pandas.io.parsers: *
    pandas.io.parsers.readers: *
    pandas.io.common: *
    wsgiref: *
    multiprocessing.connection: *
  `,
  'native-code': `
    ctypes: *
    _ctypes: *
    cffi: *
    _cffi_backend: *
    numpy.ctypeslib: *
    tensorflow: load_library load_op_library
    torch.ops: *
    torch._ops: *
    torch.classes: *
    _winapi: *
    msvcrt: *
    winreg: *
  `,
  'starts-processes': `
    multiprocessing: *
    concurrent.futures: *
    _posixsubprocess: *
    _multiprocessing: *
    signal: *
    _signal: *
    _thread: *
    thread: *
    threading: *
    _interpreters: *
    _xxsubinterpreters: *
    _testcapi: *
    interpreters: *
    atexit: *
    resource: setrlimit prlimit
    weakref: finalize
  `,
  'installs-packages': `
    pip: *
    _pip: *
    ensurepip: *
    venv: *
    setuptools: setup
    setuptools.sandbox: *
    pkg_resources: run_script load_entry_point EntryPoint
    easy_install: *
    zipapp: *
  `,
  'changes-program': `
    sys: *
    copyreg: add_extension clear_extension_cache remove_extension pickle constructor _extension_registry _inverted_registry _extension_cache dispatch_table
    builtins: exit quit memoryview.*
    faulthandler: *
    warnings: simplefilter filterwarnings showwarning resetwarnings
    fickling: *
    picklescan: *
    modelscan: *
  `,
};

// What honest pickles call as well. `getattr`, too: enumerations and bound methods are written so.
const ordinary: Readonly<Record<string, string>> = {
  'finds-names': `
    builtins: getattr setattr delattr dir type super map filter iter next classmethod staticmethod property sorted sum min max zip reversed
    functools: partial partialmethod reduce cached_property lru_cache singledispatch
    operator: attrgetter itemgetter methodcaller
    _operator: attrgetter itemgetter methodcaller
    itertools: *
    weakref: *
    _weakref: *
  `,
  'makes-code': `
    types: CodeType FunctionType MethodType ModuleType CellType new_class prepare_class
    dill: *
    dill._dill: *
    dill._objects: *
    dill.dill: *
    cloudpickle: *
    cloudpickle.cloudpickle: *
    cloudpickle.cloudpickle_fast: *
    joblib.externals.cloudpickle: *
    joblib.externals.loky: *
    numba.core.serialize: *
    pyspark.cloudpickle: *
    pyspark.serializers: *
    ray.cloudpickle: *
  `,
};

interface Table {
  readonly byName: Map<string, Gadget>;
  /** modules and classes of which everything counts */
  readonly byPrefix: Map<string, Gadget>;
}

const table: Table = { byName: new Map(), byPrefix: new Map() };
for (const [harm, text] of Object.entries(harmful)) addAll(harm as Harm, text, false);
for (const [harm, text] of Object.entries(ordinary)) addAll(harm as Harm, text, true);

function addAll(harm: Harm, text: string, isOrdinary: boolean): void {
  const gadget: Gadget = { harm, does: words[harm], isOrdinary };
  for (const line of text.trim().split('\n')) {
    const [module = '', names = ''] = line.trim().split(': ');
    for (const name of names.split(' ')) {
      if (name === '*') table.byPrefix.set(module, gadget);
      else if (name.endsWith('.*')) table.byPrefix.set(`${module}.${name.slice(0, -2)}`, gadget);
      else table.byName.set(`${module}.${name}`, gadget);
    }
  }
}

/** Attributes from which everything in a module or class can be had, whatever object they are asked of. */
const doors = new Set([
  '__builtins__',
  '__dict__',
  '__globals__',
  '__loader__',
  '__spec__',
  '__subclasses__',
  '__bases__',
  '__base__',
  '__mro__',
  'mro',
  '__code__',
  '__closure__',
  '__func__',
  '__self__',
  '__getattribute__',
  '__init__',
  '__import__',
  '__reduce__',
  '__reduce_ex__',
  'f_globals',
  'f_builtins',
  'gi_frame',
]);

const door: Gadget = { harm: 'finds-names', does: words['finds-names'], isOrdinary: false };

/**
 * What is known against a name: `os.system`, and the same reached through another module, `random._os.system`.
 * `undefined` shows nothing.
 */
export function gadgetOf(module: string, path: readonly string[]): Gadget | undefined {
  // Exceptions go from process to process in pickles, those of harmful modules too.
  if (/(Error|Exception|Warning|Exit|Interrupt|[a-z]Timeout|^gaierror|^herror|^timeout)$/.test(path.at(-1) ?? ''))
    return undefined;
  const whole = lookUp(module, path);
  if (whole?.isOrdinary === false) return whole;
  if (path.some((part) => doors.has(part))) return door;
  // A module in a module: `random._os.system`, `logging.os`, `typing.sys`.
  for (let start = 0; start < path.length; start++) {
    const name = (path[start] as string).replace(/^_+/, '');
    const found = aliased.has(name) ? lookUp(name, path.slice(start + 1)) : undefined;
    if (found !== undefined) return found;
  }
  return whole;
}

/** Modules that others import under these or underscored names. */
const aliased = new Set([
  'os',
  'sys',
  'posix',
  'nt',
  'subprocess',
  'sp',
  'builtins',
  'importlib',
  'imp',
  'shutil',
  'socket',
  'ctypes',
  'pickle',
  'marshal',
  'runpy',
  'pty',
  'code',
  'io',
  'inspect',
  'gc',
  'signal',
  'threading',
  'thread',
  'multiprocessing',
  'tempfile',
  'warnings',
  'pkgutil',
  'webbrowser',
  'linecache',
  'urllib',
]);

function lookUp(module: string, path: readonly string[]): Gadget | undefined {
  const inModule = module.split('.').length;
  const parts = [...module.split('.'), ...path];
  const exact = table.byName.get(parts.join('.'));
  if (exact !== undefined) return exact;
  for (let end = parts.length; end > 0; end--) {
    const prefix = parts.slice(0, end).join('.');
    // A project may well have a package that is called as a module of the library without submodules.
    if (end < inModule && single.has(prefix)) continue;
    const found = table.byPrefix.get(prefix) ?? (end < parts.length ? table.byName.get(prefix) : undefined);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Modules that are no packages: `code.models.Net` is somebody's own. */
const single = new Set(
  'code codeop timeit cProfile profile trace bdb pdb doctest sched cmd site this antigravity webbrowser platform pydoc pkgutil imp gc inspect marshal new pickle shelve io codecs shutil tempfile gzip bz2 lzma glob fcntl mmap socket ssl signal thread threading resource atexit runpy pty commands popen2 sh types sys builtins operator subprocess uuid imaplib typing dataclasses'.split(
    ' ',
  ),
);
