// NumPy. Arrays are bytes and a data type; a data type that says that these bytes are objects would turn numbers into
// pointers, so types are read as far as that question goes. Names are those since NumPy 2 (`numpy._core`); `numpy.core` is
// the same to the list.

import {
  attributes,
  bool,
  bytes,
  contract,
  data,
  dictOf,
  instance,
  int,
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
import type { Facts } from '../facts.ts';
import type { Value } from '../program.ts';
import { aClass, aFunction, type Entry, mentioned } from './entry.ts';
import { universalFunctions } from './numpy-names.ts';

const scalars =
  `numpy: bool bool_ byte ubyte short ushort intc uintc int_ uint long ulong longlong ulonglong int8 int16 int32
int64 uint8 uint16 uint32 uint64 intp uintp half single double longdouble float16 float32 float64 float96 float128 csingle
cdouble clongdouble complex64 complex128 complex192 complex256 object_ str_ string_ unicode_ bytes_ void record datetime64
timedelta64 generic number integer signedinteger unsignedinteger inexact floating complexfloating flexible character`.replaceAll(
    '\n',
    ' ',
  );

const scalarNames = scalars
  .slice(scalars.indexOf(':') + 2)
  .split(' ')
  .map((name) => `numpy.${name}`);

const builtinTypes = ['int', 'float', 'bool', 'complex', 'str', 'bytes', 'object'].map((name) => `builtins.${name}`);

/** As in `O8`, `<M8[ns]`, `float64`. */
const typeName = textLike('the name of a data type', /^[<>|=]?[A-Za-z?][A-Za-z0-9]{0,20}(\[\d{0,9}[A-Za-z]{1,2}\])?$/);

const dtype = instance('numpy.dtype');

const shape = oneOf(tupleAll(int), int);

/** Whether elements of the type are, or hold, objects. */
function holdsObjects(value: Value, facts: Facts): boolean {
  const waiting: Value[] = [value];
  const seen = new Set<Value>();
  for (let each = waiting.pop(); each !== undefined; each = waiting.pop()) {
    facts.budget.spend();
    if (each.kind !== 'call' || seen.has(each)) continue;
    seen.add(each);
    const [made] = each.args.kind === 'tuple' ? each.args.items : [];
    if (made === undefined || saysObject(made, facts)) return true;
    for (const state of facts.statesOf(each)) {
      if (state.kind !== 'tuple') return true;
      const [, , base, , fields] = state.items;
      if (base?.kind === 'tuple') waiting.push(...base.items.slice(0, 1));
      if (fields?.kind === 'dict') {
        for (const field of fields.entries) if (field.kind === 'tuple') waiting.push(...field.items.slice(0, 1));
      }
    }
  }
  return false;
}

function saysObject(made: Value, facts: Facts): boolean {
  const word = facts.textOf(made)?.replace(/^[<>|=]/, '') ?? facts.nameOf(made)?.full;
  return word === undefined || /^(O\d*|object\w*|numpy\.object_?|builtins\.object)$/i.test(word);
}

/** Bytes where the elements are none, and a list where they are objects. */
const contents = (type: Value | undefined, held: Value | undefined, facts: Facts): boolean =>
  type !== undefined &&
  held !== undefined &&
  dtype.holds(type, facts) &&
  (holdsObjects(type, facts) ? held.kind === 'list' : bytes.holds(held, facts));

const arrayState = contract(
  '([version,] shape, data type, bool, bytes), or a list in the place of the bytes where the elements are objects',
  (state, facts) => {
    if (state.kind !== 'tuple') return false;
    const items = state.items.length === 5 ? state.items.slice(1) : state.items;
    const [size, type, order, held] = items;
    return (
      items.length === 4 &&
      shape.holds(size as Value, facts) &&
      oneOf(bool, int).holds(order as Value, facts) &&
      contents(type, held, facts)
    );
  },
);

const maskedState = contract('(version, shape, data type, bool, bytes, mask, fill value)', (state, facts) => {
  if (state.kind !== 'tuple' || state.items.length !== 7) return false;
  const [, size, type, , held, mask] = state.items;
  return shape.holds(size as Value, facts) && contents(type, held, facts) && bytes.holds(mask as Value, facts);
});

/** A list of fields that lies of where objects are is caught by {@link holdsObjects}; flags alone make no pointers. */
const typeState = tupleOf(
  [
    int,
    text('<', '>', '|', '='),
    orNone(tuple(dtype, shape)),
    orNone(tupleAll(text())),
    orNone(dictOf(text(), tupleOf([dtype, int, text()], 1))),
    int,
    int,
    int,
    orNone(data),
  ],
  3,
);

/** NumPy believes that fields have the names that are listed, and lie within the element. */
const consistentState = contract(
  'as NumPy writes it, with as many fields as names, each within the element',
  (state, facts) => typeState.holds(state, facts) && state.kind === 'tuple' && hasItsFields(state.items, facts),
);

function hasItsFields(items: readonly Value[], facts: Facts): boolean {
  const [, , , names, fields, whole] = items;
  if (fields?.kind !== 'dict') return names?.kind !== 'tuple';
  if (names?.kind !== 'tuple' || whole?.kind !== 'int' || typeof whole.value !== 'number') return false;
  const listed = new Set(names.items.map((name) => facts.textOf(name)));
  if (listed.size !== names.items.length || fields.entries.length !== 2 * listed.size) return false;
  for (let at = 0; at + 1 < fields.entries.length; at += 2) {
    if (!listed.delete(facts.textOf(fields.entries[at] as Value))) return false;
    const field = fields.entries[at + 1] as Value;
    const [type, offset] = field.kind === 'tuple' ? field.items : [];
    const size = type === undefined ? undefined : sizeOf(type, facts);
    if (offset?.kind !== 'int' || typeof offset.value !== 'number' || size === undefined) return false;
    if (offset.value < 0 || offset.value + size > whole.value) return false;
  }
  return true;
}

/** Bytes of an element, as the name of its type says them. */
function sizeOf(type: Value, facts: Facts): number | undefined {
  const [made] = type.kind === 'call' && type.args.kind === 'tuple' ? type.args.items : [];
  const [, letter, digits] = /^[<>|=]?([A-Za-z?])(\d{1,9})$/.exec((made && facts.textOf(made)) ?? '') ?? [];
  if (letter === undefined) return undefined;
  return Number(digits) * (letter === 'U' ? 4 : 1);
}

const scalar = contract('(data type, bytes)', (args, facts) => {
  if (args.kind !== 'tuple' || args.items.length !== 2) return false;
  const [type, held] = args.items as [Value, Value];
  return dtype.holds(type, facts) && !holdsObjects(type, facts) && bytes.holds(held, facts);
});

const buffered = contract('(bytes, data type without objects, shape, order)', (args, facts) => {
  if (args.kind !== 'tuple' || args.items.length < 4 || args.items.length > 5) return false;
  const [held, type, size, order, axes] = args.items as [Value, Value, Value, Value, Value?];
  return (
    bytes.holds(held, facts) &&
    dtype.holds(type, facts) &&
    !holdsObjects(type, facts) &&
    shape.holds(size, facts) &&
    text('C', 'F', 'K').holds(order, facts) &&
    (axes === undefined || orNone(shape).holds(axes, facts))
  );
});

const arrays = [
  'numpy.ndarray',
  'numpy.matrix',
  'numpy.matrixlib.defmatrix.matrix',
  'numpy.recarray',
  'numpy.rec.recarray',
  'numpy.chararray',
];
const array = instance('numpy.ndarray');
/** What generators of random numbers keep. */
const randomState = oneOf(
  dictOf(text(), oneOf(data, array, dictOf(text(), oneOf(data, array)))),
  tupleAll(oneOf(data, array)),
);
const bitGenerators = ['MT19937', 'PCG64', 'PCG64DXSM', 'Philox', 'SFC64'];
const bitGenerator = instance('numpy.random.BitGenerator');
const seedState = tupleAll(oneOf(data, array, instance('numpy.random.bit_generator.SeedSequence')));

export const numpy: readonly Entry[] = [
  ...aFunction('numpy._core.multiarray._reconstruct numpy._core._internal._reconstruct', {
    call: tuple(named(...arrays), tupleAll(smallInt), oneOf(bytes, text())),
    gives: 'numpy.ndarray',
  }),
  ...aClass('numpy.ndarray', { state: arrayState, entries: [data, data] }),
  ...aClass('numpy.matrixlib.defmatrix.matrix'),
  ...aClass('numpy: matrix recarray chararray rec.recarray memmap'),
  ...aFunction('numpy._core.multiarray.scalar', { call: scalar, gives: 'numpy.generic' }),
  ...aClass('numpy.generic', { isHashable: true }),
  ...aFunction('numpy._core.numeric._frombuffer', { call: buffered, gives: 'numpy.ndarray' }),
  ...aClass('numpy.dtype', {
    call: optional(2, oneOf(typeName, named(...scalarNames, ...builtinTypes)), oneOf(bool, int), oneOf(bool, int)),
    state: consistentState,
    isHashable: true,
  }),
  ...aClass(
    'numpy.dtypes: Float16DType Float32DType Float64DType Int8DType Int16DType Int32DType Int64DType UInt8DType UInt16DType UInt32DType UInt64DType BoolDType ObjectDType StrDType BytesDType DateTime64DType TimeDelta64DType',
  ),
  ...aClass(scalars, { isHashable: true }),
  ...aFunction('numpy._core._internal._convert_to_stringdtype_kwargs', { call: tupleAll(data), gives: 'numpy.dtype' }),

  ...aFunction('numpy.ma.core._mareconstruct', {
    call: tuple(
      named('numpy.ma.MaskedArray', 'numpy.ma.core.MaskedArray', 'numpy.ma.mrecords.MaskedRecords'),
      named('numpy.ndarray'),
      tupleAll(smallInt),
      oneOf(text(), bytes),
    ),
    gives: 'numpy.ma.MaskedArray',
  }),
  ...aClass('numpy.ma: MaskedArray core.MaskedArray', { state: maskedState }),
  ...aClass('numpy.ma.core: MaskedConstant'),

  ...aFunction('numpy.random._pickle: __bit_generator_ctor', {
    call: optional(
      1,
      oneOf(
        text(...bitGenerators),
        named(...bitGenerators.map((name) => `numpy.random._${name.replace('DXSM', '').toLowerCase()}.${name}`)),
      ),
    ),
    gives: 'numpy.random.BitGenerator',
    // It is handed to those that make generators of a name.
    isValue: true,
  }),
  ...aFunction('numpy.random._pickle: __generator_ctor', {
    call: optional(2, oneOf(bitGenerator, text(...bitGenerators)), named('numpy.random._pickle.__bit_generator_ctor')),
    gives: 'numpy.random.Generator',
  }),
  ...aFunction('numpy.random._pickle: __randomstate_ctor\nnumpy.random: __RandomState_ctor', {
    call: optional(2, oneOf(bitGenerator, text(...bitGenerators)), named('numpy.random._pickle.__bit_generator_ctor')),
    gives: 'numpy.random.RandomState',
  }),
  ...aClass(
    'numpy.random: _mt19937.MT19937 _pcg64.PCG64 _pcg64.PCG64DXSM _philox.Philox _sfc64.SFC64 Generator RandomState mtrand.RandomState',
    { state: randomState },
  ),
  ...aClass('numpy.random.BitGenerator', {
    state: oneOf(randomState, tuple(randomState, orNone(instance('numpy.random.bit_generator.SeedSequence')))),
  }),
  ...aFunction('numpy.random.bit_generator: __pyx_unpickle_SeedSequence', {
    call: tuple(named('numpy.random.bit_generator.SeedSequence', 'numpy.random.SeedSequence'), int, none),
    gives: 'numpy.random.bit_generator.SeedSequence',
  }),
  ...aClass('numpy.random: bit_generator.SeedSequence SeedSequence', { state: seedState }),

  ...aClass(
    'numpy.polynomial: polynomial.Polynomial chebyshev.Chebyshev legendre.Legendre laguerre.Laguerre hermite.Hermite hermite_e.HermiteE',
    { make: tuple(), state: attributes },
  ),
  // Universal functions are written as their names.
  ...aFunction('numpy._core._ufunc_reconstruct', {
    call: tuple(
      text(
        'numpy',
        'numpy.core._multiarray_umath',
        'numpy._core._multiarray_umath',
        'numpy.core.umath',
        'numpy._core.umath',
      ),
      text(...universalFunctions.split(' ')),
    ),
    gives: 'numpy.ufunc',
  }),
  ...aClass('numpy.ufunc', { isHashable: true }),
  ...mentioned(`numpy: ${universalFunctions}`),
  ...mentioned(
    'numpy: all any amax amin argmax argmin argsort average clip concatenate cumprod cumsum diff dot max mean median min nanmax nanmean nanmedian nanmin nanstd nansum nanvar percentile prod ptp quantile round sort std sum unique var where nan inf pi e newaxis nan_to_num',
  ),
  ...mentioned(`numpy.linalg: norm\nnumpy._core._multiarray_umath: ${universalFunctions}`),
];
