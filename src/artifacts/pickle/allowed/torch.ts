// PyTorch. Tensors are rebuilt from storages, which the container gives for persistent ids; the hooks that every rebuilding
// function takes would be called later, so they have to be none.

import {
  attributes,
  bool,
  contract,
  data,
  dictOf,
  instance,
  int,
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
import { plain } from './learning.ts';
import { torchClasses } from './torch.generated.ts';

const types =
  'Float Double Half BFloat16 Char Short Int Long Byte Bool ComplexFloat ComplexDouble QInt8 QUInt8 QInt32 QUInt4x2 QUInt2x4 Untyped Typed';
export const storageNames = types
  .split(' ')
  .flatMap((type) => [`torch.${type}Storage`, `torch.cuda.${type}Storage`, `torch.storage.${type}Storage`]);

const dtypes =
  'float32 float float64 double float16 half bfloat16 float8_e4m3fn float8_e5m2 float8_e4m3fnuz float8_e5m2fnuz float8_e8m0fnu float4_e2m1fn_x2 complex32 chalf complex64 cfloat complex128 cdouble uint8 uint16 uint32 uint64 int8 int16 short int32 int int64 long bool quint8 qint8 qint32 quint4x2 quint2x4 bits8 bits16 bits1x8 bits2x4 bits4x2 int1 int2 int3 int4 int5 int6 int7 uint1 uint2 uint3 uint4 uint5 uint6 uint7';
const dtype = named(...dtypes.split(' ').map((name) => `torch.${name}`));

const storage = contract('a storage of the file', (value, facts) => facts.isStorage(value));
const size = oneOf(tupleAll(int), instance('torch.Size'));
const tensor = instance('torch.Tensor');

/** Functions in there would be called with every gradient. */
const noHooks = contract('an empty OrderedDict', (value, facts) => {
  if (value.kind === 'none') return true;
  return (
    facts.classOf(value) === 'collections.OrderedDict' &&
    value.kind === 'call' &&
    value.args.kind === 'tuple' &&
    value.args.items.length === 0 &&
    !facts.isWritten(value) &&
    facts.statesOf(value).length === 0
  );
});

const device = oneOf(textLike('a device', /^[a-z]{1,12}(:\d{1,4})?$/), instance('torch.device'));
const layout = oneOf(
  instance('torch.layout'),
  named(
    ...['strided', 'sparse_coo', 'sparse_csr', 'sparse_csc', 'sparse_bsr', 'sparse_bsc'].map((name) => `torch.${name}`),
  ),
);
const quantizer = tupleAll(
  oneOf(
    data,
    tensor,
    named(
      ...[
        'per_tensor_affine',
        'per_tensor_symmetric',
        'per_channel_affine',
        'per_channel_symmetric',
        'per_channel_affine_float_qparams',
      ].map((name) => `torch.${name}`),
    ),
  ),
);

export const torch: readonly Entry[] = [
  ...aFunction('torch._utils: _rebuild_tensor', { call: tuple(storage, int, size, size), gives: 'torch.Tensor' }),
  ...aFunction('torch._utils: _rebuild_tensor_v2', {
    call: optional(1, storage, int, size, size, bool, noHooks, orNone(dictOf(text(), bool))),
    gives: 'torch.Tensor',
  }),
  ...aFunction('torch._utils: _rebuild_tensor_v3', {
    call: optional(1, storage, int, size, size, bool, noHooks, dtype, orNone(dictOf(text(), bool))),
    gives: 'torch.Tensor',
  }),
  ...aFunction('torch._utils: _rebuild_parameter', { call: tuple(tensor, bool, noHooks), gives: 'torch.Tensor' }),
  ...aFunction('torch._utils: _rebuild_parameter_with_state', {
    call: tuple(tensor, bool, noHooks, oneOf(attributes, none, tuple(orNone(attributes), none))),
    gives: 'torch.Tensor',
  }),
  ...aFunction('torch._utils: _rebuild_qtensor', {
    call: tuple(storage, int, size, size, quantizer, bool, noHooks),
    gives: 'torch.Tensor',
  }),
  ...aFunction('torch._utils: _rebuild_sparse_tensor', {
    call: tuple(layout, tupleAll(oneOf(tensor, size, bool, none))),
    gives: 'torch.Tensor',
  }),
  ...aFunction('torch._utils: _rebuild_meta_tensor_no_storage', {
    call: tuple(dtype, size, size, bool),
    gives: 'torch.Tensor',
  }),
  ...aFunction('torch._utils: _rebuild_device_tensor_from_cpu_tensor', {
    call: tuple(tensor, dtype, device, bool),
    gives: 'torch.Tensor',
  }),
  ...aFunction('torch._utils: _rebuild_device_tensor_from_numpy _rebuild_xla_tensor', {
    call: tuple(instance('numpy.ndarray'), dtype, device, bool),
    gives: 'torch.Tensor',
  }),
  ...aFunction('torch._utils: _rebuild_nested_tensor', {
    call: tuple(tensor, tensor, tensor, tensor),
    gives: 'torch.Tensor',
  }),
  // Loads what is in the bytes as `torch.load` does: these are looked into by themselves, and a find is judged as a part.
  ...aFunction('torch.storage: _load_from_bytes', {
    call: tuple(contract('bytes that were looked into', (value, facts) => facts.isOpened(value))),
    gives: 'torch.UntypedStorage',
  }),
  ...aClass(
    'torch: Tensor nn.parameter.Parameter nn.Parameter\ntorch._tensor: Tensor\ntorch.nn.parameter: Parameter Buffer',
    {
      isHashable: true,
    },
  ),
  ...aClass(storageNames.join(' ')),
  ...aClass('torch: Size', { call: tuple(oneOf(tupleAll(int), listOf(int))), isHashable: true }),
  ...aClass('torch: device', {
    call: tupleOf([textLike('a device', /^[a-z]{1,12}(:\d{1,4})?$/), smallInt], 1),
    isHashable: true,
  }),
  ...aFunction('torch.serialization: _get_layout', { call: tuple(text()), gives: 'torch.layout' }),
  ...mentioned(
    `torch: ${dtypes} strided sparse_coo sparse_csr sparse_csc sparse_bsr sparse_bsc per_tensor_affine per_tensor_symmetric per_channel_affine per_channel_symmetric per_channel_affine_float_qparams contiguous_format channels_last preserve_format`,
  ),
  ...mentioned(
    'torch.nn.functional: relu gelu silu sigmoid tanh softmax leaky_relu elu softplus mish hardswish relu6\ntorch._C._nn: gelu silu',
  ),
  ...aClass(torchClasses, plain),
  ...aClass('torch: Generator'),

  // Arguments of a training run, which `Trainer` writes beside a model.
  ...aClass(
    'transformers.training_args: TrainingArguments\ntransformers.training_args_seq2seq: Seq2SeqTrainingArguments',
    plain,
  ),
  ...aClass(
    'transformers.trainer_utils: IntervalStrategy SchedulerType HubStrategy SaveStrategy FSDPOption EvaluationStrategy RemoveColumnsCollator\ntransformers.training_args: OptimizerNames ParallelMode\naccelerate.utils.dataclasses: DistributedType DynamoBackend',
    { isEnumeration: true, isHashable: true },
  ),
  ...aClass(
    'transformers.trainer_pt_utils: AcceleratorConfig\naccelerate.state: PartialState\naccelerate.utils.dataclasses: DistributedDataParallelKwargs',
    plain,
  ),
];
