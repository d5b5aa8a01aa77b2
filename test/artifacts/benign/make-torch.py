"""Writes models as PyTorch and transformers write them into the folder that is given: zipped, of before version 1.6, whole
modules, and arguments of a training run. Neither library is needed: modules of their names are made up that hold no more
than what pickles of them name (torch 2.11, `torch/serialization.py`).
"""

import collections
import enum
import io
import os
import pickle
import struct
import sys
import types
import zipfile

MAGIC = 0x1950A86A20F9469CFC6C


def module(name, **members):
    found = sys.modules.setdefault(name, types.ModuleType(name))
    for key, value in members.items():
        setattr(found, key, value)
        value.__module__ = name
        value.__name__ = value.__qualname__ = key
    parent, _, last = name.rpartition(".")
    if parent:
        setattr(module(parent), last, found)
    return found


def function(*_):
    raise AssertionError("it is only named")


def named(name, base=object):
    return type(name, (base,), {})


torch = module("torch", FloatStorage=named("FloatStorage"), LongStorage=named("LongStorage"))
utils = module("torch._utils", _rebuild_tensor_v2=lambda *_: None, _rebuild_parameter=lambda *_: None)
layers = {
    "container": ["Sequential"],
    "linear": ["Linear"],
    "activation": ["ReLU"],
    "dropout": ["Dropout"],
    "batchnorm": ["BatchNorm2d"],
    "conv": ["Conv2d"],
    "pooling": ["MaxPool2d"],
}
classes = {}
for file, names in layers.items():
    for each in names:
        classes[each] = named(each)
        module("torch.nn.modules." + file, **{each: classes[each]})


class Storage:
    def __init__(self, kind, numbers):
        self.kind = kind
        self.numbers = numbers


class Tensor:
    def __init__(self, storage, size):
        self.storage = storage
        self.size = size

    def __reduce__(self):
        strides = tuple(int(__import__("math").prod(self.size[i + 1 :])) for i in range(len(self.size)))
        return utils._rebuild_tensor_v2, (self.storage, 0, self.size, strides, False, collections.OrderedDict())


class Parameter(Tensor):
    def __reduce__(self):
        return utils._rebuild_parameter, (Tensor(self.storage, self.size), True, collections.OrderedDict())


class Writer(pickle._Pickler):
    """Storages go beside the pickle, by their numbers."""

    def __init__(self, file, protocol, is_old):
        super().__init__(file, protocol)
        self.storages = []
        self.is_old = is_old

    def persistent_id(self, value):
        if not isinstance(value, Storage):
            return None
        if value not in self.storages:
            self.storages.append(value)
        key = str(self.storages.index(value))
        found = ("storage", value.kind, key, "cpu", len(value.numbers))
        return found + (None,) if self.is_old else found


def data_of(storage):
    return struct.pack("<%d%s" % (len(storage.numbers), "f" if storage.kind is torch.FloatStorage else "q"), *storage.numbers)


def zipped(value, path, protocol=2):
    out = io.BytesIO()
    writer = Writer(out, protocol, False)
    writer.dump(value)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("archive/data.pkl", out.getvalue())
        archive.writestr("archive/byteorder", "little")
        for index, storage in enumerate(writer.storages):
            archive.writestr("archive/data/%d" % index, data_of(storage))
        archive.writestr("archive/version", "3\n")


def legacy(value, path):
    with open(path, "wb") as file:
        pickle.dump(MAGIC, file, 2)
        pickle.dump(1001, file, 2)
        sizes = {"short": 2, "int": 4, "long": 4}
        pickle.dump({"protocol_version": 1001, "little_endian": True, "type_sizes": sizes}, file, 2)
        writer = Writer(file, 2, True)
        writer.dump(value)
        pickle.dump([str(index) for index in range(len(writer.storages))], file, 2)
        for storage in writer.storages:
            file.write(struct.pack("<q", len(storage.numbers)) + data_of(storage))


def tensor(*size, kind=None):
    count = 1
    for each in size:
        count *= each
    whole = kind is torch.LongStorage
    return Tensor(Storage(kind or torch.FloatStorage, [index if whole else index * 0.5 for index in range(count)]), size)


def layer(name, **attributes):
    made = classes[name]()
    own = {"training": True, "_parameters": {}, "_buffers": {}, "_non_persistent_buffers_set": set(), "_backward_pre_hooks": collections.OrderedDict()}
    own.update({"_backward_hooks": collections.OrderedDict(), "_is_full_backward_hook": None, "_forward_hooks": collections.OrderedDict()})
    own.update({"_modules": {}, **attributes})
    made.__dict__.update(own)
    return made


def arguments():
    strategy = enum.Enum("IntervalStrategy", {"NO": "no", "STEPS": "steps"}, module="transformers.trainer_utils")
    scheduler = enum.Enum("SchedulerType", {"LINEAR": "linear"}, module="transformers.trainer_utils")
    module("transformers")
    helpers = module("transformers.trainer_utils")
    helpers.IntervalStrategy, helpers.SchedulerType = strategy, scheduler
    kind = named("TrainingArguments")
    module("transformers.training_args", TrainingArguments=kind)
    made = kind()
    made.__dict__.update(output_dir="out", learning_rate=5e-5, eval_strategy=strategy.NO, lr_scheduler_type=scheduler.LINEAR, seed=42, fsdp=[])
    return made


def objects():
    weight, bias = tensor(4, 3), tensor(4)
    state = collections.OrderedDict([("fc.weight", weight), ("fc.bias", bias), ("steps", tensor(1, kind=torch.LongStorage))])
    yield "state", state
    yield "checkpoint", {"epoch": 3, "model": state, "optimizer": {"state": {0: {"step": 1, "exp_avg": bias}}, "param_groups": [{"lr": 0.1, "params": [0, 1]}]}}
    linear = layer("Linear", in_features=3, out_features=4, _parameters={"weight": Parameter(weight.storage, (4, 3)), "bias": None})
    yield "module", layer("Sequential", _modules={"0": linear, "1": layer("ReLU", inplace=False), "2": layer("Dropout", p=0.5)})
    yield "convolution", layer("Sequential", _modules={"0": layer("Conv2d", kernel_size=(3, 3)), "1": layer("BatchNorm2d", _buffers={"running_mean": bias}), "2": layer("MaxPool2d", stride=2)})
    yield "tensor", weight
    yield "arguments", arguments()
    yield "empty", {}


def main(folder):
    made = 0
    for name, value in objects():
        for protocol in (2, 3, 4):
            zipped(value, os.path.join(folder, "torch-%s-%d.pt" % (name, protocol)), protocol)
        legacy(value, os.path.join(folder, "torch-%s-old.pth" % name))
        made += 4
    print(made)


if __name__ == "__main__":
    main(sys.argv[1])
