// pandas, under its public names (since 3.0) and those of the modules that define the classes. What is rebuilt goes through
// constructors of the library, which are handed arrays, other objects of the library and constants; nothing here takes a
// function.

import {
  anything,
  attributes,
  attributesIn,
  contract,
  data,
  dictOf,
  instance,
  int,
  listOf,
  named,
  none,
  oneOf,
  orNone,
  text,
  tuple,
  tupleAll,
  tupleOf,
} from '../contracts.ts';
import type { Facts } from '../facts.ts';
import type { Value } from '../program.ts';
import { aClass, aFunction, type Entry, mentioned } from './entry.ts';

const nothing = tuple();
/** Objects made by `__new__` whose `__setstate__` sets attributes. */
const filled = { make: nothing, state: oneOf(attributes, none, tupleAll(anything)) };

const indexes =
  'Index RangeIndex MultiIndex DatetimeIndex TimedeltaIndex PeriodIndex CategoricalIndex IntervalIndex Int64Index UInt64Index Float64Index NumericIndex';
const indexNames = [
  ...indexes.split(' ').flatMap((name) => [`pandas.${name}`, `pandas.core.indexes.base.${name}`]),
  'pandas.core.indexes.range.RangeIndex',
  'pandas.core.indexes.multi.MultiIndex',
  'pandas.core.indexes.datetimes.DatetimeIndex',
  'pandas.core.indexes.timedeltas.TimedeltaIndex',
  'pandas.core.indexes.period.PeriodIndex',
  'pandas.core.indexes.category.CategoricalIndex',
  'pandas.core.indexes.interval.IntervalIndex',
  'pandas.core.indexes.numeric.Int64Index',
  'pandas.core.indexes.numeric.UInt64Index',
  'pandas.core.indexes.numeric.Float64Index',
  'pandas.core.indexes.numeric.NumericIndex',
];

const arrays = `pandas: Categorical
pandas.arrays: BooleanArray IntegerArray FloatingArray SparseArray StringArray DatetimeArray TimedeltaArray PeriodArray IntervalArray NumpyExtensionArray ArrowStringArray
pandas.core.arrays.categorical: Categorical
pandas.core.arrays.boolean: BooleanArray
pandas.core.arrays.integer: IntegerArray
pandas.core.arrays.floating: FloatingArray
pandas.core.arrays.sparse.array: SparseArray
pandas.core.arrays.string_: StringArray
pandas.core.arrays.datetimes: DatetimeArray
pandas.core.arrays.timedeltas: TimedeltaArray
pandas.core.arrays.period: PeriodArray
pandas.core.arrays.interval: IntervalArray
pandas.core.arrays.numpy_: PandasArray NumpyExtensionArray`;

const dtypes = `pandas: CategoricalDtype DatetimeTZDtype SparseDtype PeriodDtype IntervalDtype StringDtype BooleanDtype Int8Dtype Int16Dtype Int32Dtype Int64Dtype UInt8Dtype UInt16Dtype UInt32Dtype UInt64Dtype Float32Dtype Float64Dtype
pandas.core.dtypes.dtypes: CategoricalDtype DatetimeTZDtype SparseDtype PeriodDtype IntervalDtype
pandas.core.arrays.string_: StringDtype
pandas.core.arrays.boolean: BooleanDtype
pandas.core.arrays.integer: Int8Dtype Int16Dtype Int32Dtype Int64Dtype UInt8Dtype UInt16Dtype UInt32Dtype UInt64Dtype
pandas.core.arrays.floating: Float32Dtype Float64Dtype
pandas.core.arrays.sparse.dtype: SparseDtype`;

const offsets =
  'Day Hour Minute Second Milli Micro Nano BusinessDay BusinessHour BusinessMonthBegin BusinessMonthEnd Week WeekOfMonth LastWeekOfMonth MonthBegin MonthEnd SemiMonthBegin SemiMonthEnd QuarterBegin QuarterEnd BQuarterBegin BQuarterEnd YearBegin YearEnd BYearBegin BYearEnd Easter FY5253 FY5253Quarter Tick DateOffset HalfYearBegin HalfYearEnd BHalfYearBegin BHalfYearEnd';

/** What pandas keeps values in. */
const values = contract('an array or an index', (value: Value, facts: Facts) => {
  const name = facts.classOf(value) ?? '';
  return name === 'numpy.ndarray' || name.startsWith('pandas.');
});

const part = contract('plain data or an object of pandas or NumPy', (value: Value, facts: Facts) => {
  const name = facts.classOf(value) ?? facts.nameOf(value)?.full ?? '';
  return (
    name.startsWith('pandas.') || name.startsWith('numpy.') || name.startsWith('datetime.') || data.holds(value, facts)
  );
});

const parts = oneOf(part, listOf(oneOf(part, listOf(part))));

/** `NDFrame.__setstate__` unpacks the flags, goes through the metadata, and sets the others by their setters. */
const ofFrame = contract(
  'attributes, none of them a method that Python calls by itself, that are plain data or objects of pandas or NumPy',
  (state, facts) =>
    attributes.holds(state, facts) &&
    (attributesIn(state, facts) ?? []).every(([name, value]) =>
      name !== '_flags' && name !== '_metadata' ? parts.holds(value, facts) : data.holds(value, facts),
    ),
);

const newIndex = { call: tuple(named(...indexNames), dictOf(text(), parts)), gives: 'pandas.Index' };

export const pandas: readonly Entry[] = [
  ...aClass('pandas: DataFrame Series\npandas.core.frame: DataFrame\npandas.core.series: Series', {
    make: nothing,
    state: ofFrame,
  }),
  ...aClass(
    'pandas.core.internals.managers: BlockManager SingleBlockManager\npandas.core.internals: BlockManager SingleBlockManager',
    {
      call: tuple(oneOf(tupleAll(part), listOf(part)), listOf(part)),
      make: nothing,
      state: tupleAll(oneOf(parts, dictOf(text(), dictOf(text(), oneOf(parts, listOf(dictOf(text(), parts))))))),
    },
  ),
  ...aFunction('pandas._libs.internals: _unpickle_block', {
    call: tuple(
      values,
      oneOf(instance('builtins.slice', 'numpy.ndarray', 'pandas._libs.internals.BlockPlacement')),
      int,
    ),
    gives: 'pandas.core.internals.blocks.Block',
  }),
  ...aClass('pandas._libs.internals: BlockPlacement', {
    call: tuple(oneOf(instance('builtins.slice', 'numpy.ndarray'), int)),
  }),
  ...aFunction('pandas.core.indexes.base: _new_Index', newIndex),
  ...aFunction('pandas.core.indexes.datetimes: _new_DatetimeIndex', newIndex),
  ...aFunction('pandas.core.indexes.timedeltas: _new_TimedeltaIndex', newIndex),
  ...aFunction('pandas.core.indexes.period: _new_PeriodIndex', newIndex),
  ...aFunction('pandas.core.indexes.interval: _new_IntervalIndex', newIndex),
  ...aClass(indexNames.join(' ')),
  ...aFunction('pandas._libs.arrays: __pyx_unpickle_NDArrayBacked', {
    call: tuple(contract('an array class of pandas', isArrayClass), int, none),
    gives: 0,
  }),
  ...aClass(arrays, filled),
  ...aClass('pandas._libs.sparse: IntIndex BlockIndex', { call: tupleAll(oneOf(int, instance('numpy.ndarray'))) }),
  ...aClass(dtypes, {
    ...filled,
    call: tupleAll(oneOf(data, named('pandas.NA', 'pandas._libs.missing.NA'), part)),
    isHashable: true,
  }),
  ...mentioned('pandas: NA NaT\npandas._libs.missing: NA'),
  ...aFunction('pandas._libs.missing: _get_NA', { call: nothing, gives: 'pandas.NA' }),
  ...aFunction('pandas._libs.tslibs.nattype: _nat_unpickle', { call: tuple(none), gives: 'pandas.NaT' }),
  ...aFunction('pandas._libs.tslibs.nattype: __nat_unpickle', { call: tuple(none), gives: 'pandas.NaT' }),
  ...aFunction('pandas._libs.tslibs.timestamps: _unpickle_timestamp', {
    call: tupleOf([int, orNone(part), zone(), int], 1),
    gives: 'pandas.Timestamp',
  }),
  ...aFunction('pandas._libs.tslibs.timedeltas: _timedelta_unpickle', {
    call: tupleOf([int, int], 1),
    gives: 'pandas.Timedelta',
  }),
  ...aClass('pandas: Timestamp Timedelta NaT', {
    call: tupleAll(oneOf(data, part)),
    isHashable: true,
  }),
  ...aClass('pandas: Period\npandas._libs.tslibs.period: Period', { call: tuple(none, part, int), isHashable: true }),
  ...aFunction('pandas._libs.tslibs.period: _unpickle_period', { call: tupleAll(part), gives: 'pandas.Period' }),
  ...aClass('pandas: Interval\npandas._libs.interval: Interval', {
    call: tuple(part, part, text('left', 'right', 'both', 'neither')),
    isHashable: true,
  }),
  ...aClass(`pandas._libs.tslibs.offsets: ${offsets}`, {
    call: tupleAll(oneOf(data, part)),
    make: tupleAll(oneOf(data, part)),
    state: dictOf(text(), oneOf(data, part)),
    isHashable: true,
  }),
  ...aClass('pandas.core.flags: Flags\npandas: Flags'),
  ...aFunction('pandas.core.dtypes.base: ExtensionDtype', { isValue: true }),
  ...mentioned('pandas._libs.properties: AxisProperty'),
];

function isArrayClass(value: Value, facts: Facts): boolean {
  const name = facts.nameOf(value)?.full ?? '';
  return name === 'pandas.Categorical' || name.startsWith('pandas.arrays.') || name.startsWith('pandas.core.arrays.');
}

function zone() {
  return oneOf(
    none,
    instance('datetime.timezone', 'zoneinfo.ZoneInfo', 'pytz.tzinfo', 'dateutil.tz.tz.tzutc'),
    named('datetime.timezone.utc'),
  );
}
