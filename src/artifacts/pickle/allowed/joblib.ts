// What joblib puts in the place of arrays; its unpickler reads the array and throws the wrapper away. What is in the wrapper
// decides how: nothing else may be in it, or a method of it could be another.

import {
  attributesIn,
  bool,
  type Contract,
  contract,
  instance,
  int,
  named,
  orNone,
  text,
  tuple,
  tupleAll,
} from '../contracts.ts';
import { aClass, type Entry } from './entry.ts';

const contractByField: ReadonlyMap<string, Contract> = new Map([
  ['subclass', named('numpy.ndarray', 'numpy.matrix', 'numpy.memmap', 'numpy.recarray')],
  ['shape', tupleAll(int)],
  ['order', text('C', 'F')],
  ['dtype', instance('numpy.dtype')],
  ['allow_mmap', bool],
  ['numpy_array_alignment_bytes', orNone(int)],
]);

const wrapped = contract(
  'the shape, order and type of an array, and nothing else',
  (state, facts) =>
    attributesIn(state, facts)?.every(([name, value]) => contractByField.get(name)?.holds(value, facts)) ?? false,
);

export const joblib: readonly Entry[] = aClass('joblib.numpy_pickle.NumpyArrayWrapper', {
  make: tuple(),
  state: wrapped,
});
