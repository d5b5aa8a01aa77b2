// Names that Python itself defines: the builtins of 3.8 to 3.15 and those of Python 2, and what every module has.

const builtins = new Set(
  (
    'ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup BlockingIOError BrokenPipeError ' +
    'BufferError BytesWarning ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError ' +
    'ConnectionResetError DeprecationWarning EOFError Ellipsis EncodingWarning EnvironmentError Exception ' +
    'ExceptionGroup FileExistsError FileNotFoundError FloatingPointError FutureWarning GeneratorExit IOError ' +
    'ImportError ImportWarning IndentationError IndexError InterruptedError IsADirectoryError KeyError ' +
    'KeyboardInterrupt LookupError MemoryError ModuleNotFoundError NameError NotADirectoryError NotImplemented ' +
    'NotImplementedError OSError OverflowError PendingDeprecationWarning PermissionError ProcessLookupError ' +
    'PythonFinalizationError RecursionError ReferenceError ResourceWarning RuntimeError RuntimeWarning ' +
    'StopAsyncIteration StopIteration SyntaxError SyntaxWarning SystemError SystemExit TabError TimeoutError ' +
    'TypeError UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError UnicodeTranslateError ' +
    'UnicodeWarning UserWarning ValueError Warning WindowsError ZeroDivisionError __build_class__ __debug__ ' +
    '__import__ abs aiter all anext any ascii bin bool breakpoint bytearray bytes callable chr classmethod compile ' +
    'complex copyright credits delattr dict dir divmod enumerate eval exec exit filter float format frozenset ' +
    'getattr globals hasattr hash help hex id input int isinstance issubclass iter len license list locals map max ' +
    'memoryview min next object oct open ord pow print property quit range repr reversed round set setattr slice ' +
    'sorted staticmethod str sum super tuple type vars zip ' +
    // Python 2
    'apply basestring buffer cmp coerce execfile file intern long raw_input reduce reload unichr unicode xrange ' +
    'StandardError'
  ).split(' '),
);

const moduleNames = new Set(
  '__name__ __file__ __doc__ __package__ __path__ __spec__ __loader__ __dict__ __builtins__ __cached__ __annotations__'.split(
    ' ',
  ),
);

export function isBuiltin(name: string): boolean {
  return builtins.has(name);
}

export function isModuleName(name: string): boolean {
  return moduleNames.has(name);
}

/** Classes whose instances are plain values: a library that gives one says nothing by it. */
const plainClasses = new Set(
  (
    'str bytes bytearray memoryview int float complex bool NoneType object tuple list dict set frozenset type slice ' +
    'range'
  ).split(' '),
);

export function isPlainClass(name: string): boolean {
  return name.startsWith('builtins.') && plainClasses.has(name.slice('builtins.'.length));
}
