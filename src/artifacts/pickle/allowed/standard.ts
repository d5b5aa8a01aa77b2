// The standard library's types. Contracts follow what each `__reduce__` writes (CPython 3.8 to 3.14) and leave out what has
// been, or could be, misused: callables where data belong, code of objects, memory by the number.

import {
  anything,
  attributes,
  attributesIn,
  bytes,
  type Contract,
  contract,
  data,
  dictOf,
  float,
  instance,
  int,
  iterable,
  listOf,
  named,
  none,
  oneOf,
  optional,
  orNone,
  smallInt,
  text,
  textLike,
  tuple,
  tupleAll,
  tupleOf,
} from '../contracts.ts';
import { aClass, aFunction, type Entry, mentioned } from './entry.ts';

const nothing = tuple();

/** Codecs that give bytes of text and do nothing else; others are looked up by importing, and unpack. */
const encodings = text('latin1', 'latin-1', 'iso-8859-1', 'utf-8', 'utf8', 'ascii');

/** The exponent is what makes `Decimal('1e999999999')` a way to use memory up, once somebody makes a whole number of it. */
const decimalText = textLike(
  'the digits of a decimal number',
  /^[+-]?(\d{1,4000}(\.\d{0,4000})?(E[+-]?\d{1,4})?|Infinity|s?NaN\d{0,30})$/i,
);

/** `copyreg._reconstructor(cls, base, state)` calls `base.__new__`, and `base.__init__` with the state. */
const reconstructed = oneOf(
  tuple(contract('a class of the allow-list', isMakable), named('builtins.object'), none),
  tuple(
    contract('a class of the allow-list', isMakable),
    named('builtins.dict', 'builtins.list', 'builtins.tuple', 'builtins.set'),
    iterable,
  ),
  tuple(
    contract('a class of the allow-list', isMakable),
    named('builtins.int', 'builtins.float', 'builtins.str'),
    oneOf(float, text()),
  ),
);

function isMakable(value: Parameters<Contract['holds']>[0], facts: Parameters<Contract['holds']>[1]): boolean {
  return facts.nameOf(value) !== undefined;
}

const exceptions =
  `builtins: ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup BlockingIOError
BrokenPipeError BufferError BytesWarning ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError
ConnectionResetError DeprecationWarning EOFError EncodingWarning Exception ExceptionGroup FileExistsError FileNotFoundError
FloatingPointError FutureWarning GeneratorExit ImportError ImportWarning IndentationError IndexError InterruptedError
IsADirectoryError KeyError KeyboardInterrupt LookupError MemoryError ModuleNotFoundError NameError NotADirectoryError
NotImplementedError OSError OverflowError PendingDeprecationWarning PermissionError ProcessLookupError RecursionError
ReferenceError ResourceWarning RuntimeError RuntimeWarning StopAsyncIteration StopIteration SyntaxError SyntaxWarning
SystemError SystemExit TabError TimeoutError TypeError UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError
UnicodeTranslateError UnicodeWarning UserWarning ValueError Warning ZeroDivisionError`.replaceAll('\n', ' ');

/** Attributes of exceptions are set one by one, and `args` goes through what it is given: any object's `__iter__`. */
const ofException = contract(
  'attributes, none of them a method that Python calls by itself, and args plain data',
  (state, facts) =>
    attributes.holds(state, facts) &&
    (attributesIn(state, facts) ?? []).every(([name, value]) => name !== 'args' || data.holds(value, facts)),
);

/** Numbers that Mersenne Twister keeps, and what comes with them. */
const twister = tuple(int, tupleAll(int), orNone(float));

export const standard: readonly Entry[] = [
  // What containers of old protocols are written as, and constants.
  ...aClass('builtins: set frozenset', { call: optional(1, iterable), item: anything, isHashable: true }),
  ...aClass('builtins: list', { call: optional(1, iterable), item: anything, entries: [smallInt, anything] }),
  ...aClass('builtins: tuple', { call: optional(1, iterable), isHashable: true }),
  ...aClass('builtins: dict', {
    call: optional(1, oneOf(dictOf(anything, anything), listOf(tuple(anything, anything)))),
    entries: [anything, anything],
  }),
  // A number would be a length: as much memory as somebody likes.
  ...aClass('builtins: bytes', {
    call: oneOf(optional(1, oneOf(bytes, listOf(int))), tuple(text(), encodings)),
    isHashable: true,
  }),
  ...aClass('builtins: bytearray', {
    call: oneOf(optional(1, oneOf(bytes, listOf(int))), tuple(text(), encodings)),
    state: none,
    item: int,
  }),
  ...aClass('builtins: complex', { call: optional(1, float, float), isHashable: true }),
  ...aClass('builtins: range slice', { call: tupleOf([orNone(int), orNone(int), orNone(int)], 2), isHashable: true }),
  ...aClass('builtins: int float bool', { call: optional(1, float), isHashable: true }),
  ...aClass('builtins: str', { call: optional(1, text()), isHashable: true }),
  ...aClass('builtins: object', { call: nothing, make: nothing, isHashable: true }),
  ...aClass('builtins: type', { call: tuple(oneOf(none, named('builtins.Ellipsis', 'builtins.NotImplemented'))) }),
  ...aClass('builtins: NoneType memoryview property staticmethod classmethod'),
  // Says a name in a longer way: what comes out is judged as a name.
  ...aFunction('builtins.getattr', {
    call: tuple(
      contract('a name', (value, facts) => facts.nameOf(value) !== undefined),
      text(),
    ),
  }),
  ...aClass('types: NoneType EllipsisType NotImplementedType FunctionType BuiltinFunctionType ModuleType'),
  ...mentioned('builtins: Ellipsis NotImplemented None True False'),
  ...mentioned(
    'builtins: abs all any ascii bin bool.from_bytes callable chr divmod enumerate format hash hex id int.from_bytes isinstance issubclass len max min oct ord pow range.count repr round sorted sum zip str.upper str.lower str.strip str.split str.title str.capitalize',
  ),
  ...mentioned(
    'math: sqrt exp log log2 log10 log1p expm1 sin cos tan asin acos atan atan2 sinh cosh tanh floor ceil fabs pow fsum hypot gamma lgamma erf degrees radians isnan isinf isfinite',
  ),
  ...mentioned(
    '_operator: add sub mul truediv floordiv mod pow neg pos abs and_ or_ xor not_ invert lt le eq ne gt ge lshift rshift matmul',
  ),
  ...mentioned('posixpath: join split splitext basename dirname\nntpath: join split splitext basename dirname'),
  ...aFunction('_codecs.encode', { call: oneOf(tuple(text(), encodings), tuple(text())), gives: 'builtins.bytes' }),
  ...aFunction('builtins.iter', {
    call: tuple(contract('an empty tuple, a list, a tuple or text', (value, facts) => iterable.holds(value, facts))),
    gives: 'builtins.iterator',
  }),
  ...aFunction('builtins.reversed', { call: tuple(iterable), gives: 'builtins.iterator' }),
  ...aClass('builtins.iterator', { state: int, isValue: false }),
  ...aClass(exceptions, {
    call: tupleAll(data),
    make: tupleAll(data),
    state: oneOf(none, ofException),
  }),

  // How copyreg makes objects of classes that say nothing themselves.
  ...aFunction('copyreg._reconstructor', { call: reconstructed, gives: 0 }),
  ...aFunction('copyreg.__newobj__', { call: tuple(contract('a class of the allow-list', isMakable)), gives: 0 }),

  ...aClass('collections.OrderedDict', {
    call: optional(1, oneOf(dictOf(anything, anything), listOf(oneOf(tuple(anything, anything), pairs())))),
    make: nothing,
    entries: [anything, anything],
    state: attributes,
  }),
  ...aClass('collections.Counter', {
    call: optional(1, dictOf(anything, anything)),
    make: nothing,
    entries: [anything, anything],
  }),
  ...aClass('collections.defaultdict', {
    call: optional(
      1,
      oneOf(
        none,
        named(
          ...['list', 'dict', 'set', 'int', 'float', 'str', 'bool', 'tuple', 'frozenset'].map(
            (name) => `builtins.${name}`,
          ),
          'collections.OrderedDict',
          'collections.Counter',
          'collections.deque',
        ),
      ),
    ),
    entries: [anything, anything],
  }),
  ...aClass('collections.deque', {
    call: tupleOf([iterable, orNone(smallInt)], 2),
    item: anything,
    state: oneOf(none, attributes),
  }),
  ...aClass('collections.ChainMap collections.UserDict collections.UserList', { make: nothing, state: attributes }),

  ...aClass('datetime: date', { call: oneOf(tuple(oneOf(bytes, text())), tuple(int, int, int)), isHashable: true }),
  ...aClass('datetime: time datetime', {
    call: oneOf(tupleOf([oneOf(bytes, text()), zone()], 1), tupleAll(int)),
    isHashable: true,
  }),
  ...aClass('datetime: timedelta', { call: tupleOf([float, float, float], 3), isHashable: true }),
  ...aClass('datetime: timezone', {
    call: tupleOf([instance('datetime.timedelta'), text()], 1),
    isHashable: true,
  }),
  ...aClass('datetime: tzinfo'),
  ...mentioned('datetime: timezone.utc'),
  // A key is joined to the folders of time zones; it is refused with `..` or as an absolute path.
  ...aFunction('zoneinfo: ZoneInfo._unpickle', { call: tuple(text(), int), gives: 'zoneinfo.ZoneInfo' }),
  ...aClass('zoneinfo: ZoneInfo', { isHashable: true }),
  ...aFunction('pytz: _UTC', { call: nothing, gives: 'pytz.tzinfo' }),
  ...aFunction('pytz: _p timezone', { call: tupleAll(oneOf(text(), int)), gives: 'pytz.tzinfo' }),
  ...aClass('pytz: tzinfo UTC', { isHashable: true }),
  ...aClass('dateutil.tz.tz: tzutc', { call: nothing, make: nothing, isHashable: true }),

  ...aClass('decimal: Decimal', { call: tuple(decimalText), isHashable: true }),
  ...aClass('fractions: Fraction', {
    call: oneOf(tuple(int, int), tuple(textLike('a fraction', /^-?\d{1,4000}(\/\d{1,4000})?$/))),
    isHashable: true,
  }),
  ...aClass('uuid: UUID', {
    make: nothing,
    state: dictOf(text('int', 'is_safe'), oneOf(int, none, named('uuid.SafeUUID'), instance('uuid.SafeUUID'))),
    isHashable: true,
  }),
  ...aClass('uuid: SafeUUID', { isEnumeration: true, isHashable: true }),
  ...aClass('ipaddress: IPv4Address IPv6Address IPv4Network IPv6Network IPv4Interface IPv6Interface', {
    call: tuple(oneOf(text(), int)),
    isHashable: true,
  }),
  ...aClass(
    'pathlib: PurePath PurePosixPath PureWindowsPath Path PosixPath WindowsPath\npathlib._local: PurePath PurePosixPath PureWindowsPath Path PosixPath WindowsPath',
    { call: tupleAll(text()), isHashable: true },
  ),
  ...aFunction('re._compile', { call: tuple(oneOf(text(), bytes), int), gives: 're.Pattern' }),
  ...aClass('re: Pattern', { isHashable: true }),
  ...aClass('re: RegexFlag', { isEnumeration: true, isHashable: true }),
  ...aClass('http: HTTPStatus HTTPMethod', { isEnumeration: true, isHashable: true }),
  ...aClass('socket: AddressFamily SocketKind MsgFlag AddressInfo\nssl: TLSVersion Options VerifyMode', {
    isEnumeration: true,
    isHashable: true,
  }),
  // Named tuples of the system's answers.
  ...aClass(
    'os: stat_result terminal_size uname_result times_result\nposix: stat_result uname_result times_result\ntime: struct_time',
    {
      call: optional(1, tupleAll(data), dictOf(text(), data)),
      isHashable: true,
    },
  ),
  ...aClass('signal: Signals', { isEnumeration: true, isHashable: true }),
  ...aClass('array.array', {
    call: tupleOf(
      [textLike('a type code', /^[bBuwhHiIlLqQfdc]$/), oneOf(bytes, listOf(oneOf(float, text())), text())],
      1,
    ),
    state: attributes,
  }),
  ...aFunction('array._array_reconstructor', {
    call: tuple(named('array.array'), textLike('a type code', /^[bBuwhHiIlLqQfdc]$/), int, bytes),
    gives: 'array.array',
  }),
  ...aClass('random: Random', {
    call: nothing,
    make: nothing,
    state: oneOf(twister, tuple(int, twister, orNone(float))),
  }),
  ...aClass('argparse: Namespace', { make: nothing, state: attributes }),
  ...aClass('types: SimpleNamespace', { call: nothing, state: attributes }),
  ...aClass('string: Template', { make: nothing, state: attributes }),
  ...aClass('_io: BytesIO', { make: nothing, call: nothing, state: tuple(bytes, int, orNone(attributes)) }),
  ...aClass('_io: StringIO', { make: nothing, call: nothing, state: tuple(text(), text(), int, orNone(attributes)) }),
  // A logger of a name that is there or made: it has no handlers but those that the program gives it.
  ...aFunction('logging.getLogger', { call: optional(1, text()), gives: 'logging.Logger' }),
  ...aClass('logging: Logger'),
];

/** `[['key', value]]`: how Python 2 wrote the items of an OrderedDict. */
function pairs(): Contract {
  return contract('a pair', (value) => value.kind === 'list' && value.items.length === 2);
}

function zone(): Contract {
  return oneOf(
    none,
    instance('datetime.timezone', 'zoneinfo.ZoneInfo', 'pytz.tzinfo', 'dateutil.tz.tz.tzutc'),
    named('datetime.timezone.utc'),
  );
}
