# Unpickles streams with CPython on inert proxies: whatever a pickle would import, call or change is written to a log, and
# nothing of it is done. `run_batch(source, target)` reads cases and writes one log a case, in the notation of
# `render.ts`.
#
# A case: 1 byte loader, 1 byte encoding, 1 byte scope of the memo, 4 bytes length (little-endian), the stream.

import copyreg
import io
import pickle
import struct

ENCODINGS = ["ASCII", "utf-8", "latin-1", "bytes"]
REGISTERED = 512
MAX_PICKLES = 4
MAX_DEPTH = 12
MAX_ITEMS = 30

log = []
created = []


class Proxied(type):
    def __call__(cls, *args, **kwargs):
        return happened("call", cls, args, kwargs)

    def __setstate__(cls, state):
        log.append(("build", cls, state))

    def __setitem__(cls, key, value):
        log.append(("set-item", cls, key, value))

    def extend(cls, items):
        log.append(("append", cls, items))

    def append(cls, item):
        log.append(("append", cls, [item]))

    def add(cls, item):
        log.append(("add", cls, item))

    def __hash__(cls):
        log.append(("hash", cls))
        return id(cls) >> 4

    def __iter__(cls):
        log.append(("iterate", cls))
        return iter(())


def new(cls, *args, **kwargs):
    return happened("new", cls, args, kwargs)


number_of = {}


def happened(*event):
    """Writes down what makes an object, and gives one that stands for it."""
    proxy = Proxied("Proxy", (), {"__new__": new})
    number_of[id(proxy)] = len(created)
    created.append(proxy)
    log.append(event + (proxy,))
    return proxy


def find_class(self, module, name):
    return happened("import", module, name)


def persistent_load(self, pid):
    return happened("persistent", pid)


hooks = {"find_class": find_class, "persistent_load": persistent_load}
Fast = type("Fast", (pickle.Unpickler,), hooks)
Pure = type("Pure", (pickle._Unpickler,), hooks)


class Peekable(io.BytesIO):
    """All that is left lies in the loader's buffer at once, as for `loads`."""

    def peek(self, size):
        at = self.tell()
        return self.getvalue()[at:]


def opened(loader, stream):
    """The class of the loader, and the file that it reads."""
    if loader == 0:
        return Fast, Peekable(stream)
    if loader == 1:
        return Fast, io.BytesIO(stream)
    if loader == 2:
        return Pure, io.BytesIO(stream)
    return Fast, io.BufferedReader(io.BytesIO(stream), {3: 16, 4: 64, 5: 8192}[loader])


def run_case(loader, encoding, keeps_memo, stream):
    """The logs of the pickles in the stream, one behind the other, as a loader that goes on reads them."""
    kind, file = opened(loader, stream)
    programs = []
    unpickler = None
    number_of.clear()
    created.clear()
    seen = {}
    # Buffers of files are not followed from one loader to the next.
    for _ in range(MAX_PICKLES if loader < 3 else 1):
        log.clear()
        copyreg.clear_extension_cache()
        if unpickler is None or not keeps_memo:
            unpickler = kind(file, encoding=ENCODINGS[encoding])
        try:
            result = unpickler.load()
            ending = "stop"
        except Exception as error:
            result = None
            ending = "error"
            why = error
        events = log.copy()
        lines = [render_event(event, seen) for event in events]
        if ending == "stop":
            lines.append("= " + render(result, seen, 0))
        lines.append(ending + (" %d" % file.tell() if ending == "stop" else ""))
        programs.append("\n".join(lines))
        if ending != "stop":
            break
    return "\n--\n".join(programs)


def render_event(event, seen):
    kind, *parts = event
    if kind == "import":
        return "import %s %s -> %s" % (text(parts[0]), text(parts[1]), name_of(parts[2]))
    if kind in ("call", "new"):
        target, args, kwargs, made = parts
        words = [render(target, seen, 0), render(args, seen, 0)]
        if kwargs:
            words.append(render(kwargs, seen, 0))
        return "%s %s -> %s" % (kind, " ".join(words), name_of(made))
    if kind == "persistent":
        return "persistent %s -> %s" % (render(parts[0], seen, 0), name_of(parts[1]))
    if kind == "append":
        return "append %s %s" % (render(parts[0], seen, 0), items_of(parts[1], seen, 0))
    return " ".join([kind] + [render(part, seen, 0) for part in parts])


def name_of(proxy):
    return "p%d" % number_of[id(proxy)]


def text(value):
    units = value.encode("utf-16-be", "surrogatepass")
    return "%d:%s" % (len(units) // 2, units[:64].hex())


def items_of(values, seen, depth):
    shown = [render(value, seen, depth + 1) for value in values[:MAX_ITEMS]]
    return "(%s)%d" % (" ".join(shown), len(values))


def render(value, seen, depth):
    """Mutable containers are shown once, and by their number afterwards."""
    kind = type(value)
    if kind is Proxied:
        return name_of(value)
    if value is None:
        return "None"
    if kind is bool:
        return "True" if value else "False"
    if kind is int:
        return "huge" if value.bit_length() > 1600 else "%d" % value
    if kind is float:
        return "nan" if value != value else "f" + struct.pack(">d", value).hex()
    if kind is str:
        return "t" + text(value)
    if kind is bytes:
        return "b%d:%s" % (len(value), value[:32].hex())
    if kind is memoryview:
        return "view"
    if kind is bytearray:
        return "bytearray"
    if depth > MAX_DEPTH:
        return "deep"
    if kind is tuple:
        return items_of(value, seen, depth)
    if kind is frozenset:
        return "frozenset" + set_of(value, seen, depth)
    if id(value) in seen:
        return "@%d" % seen[id(value)][0]
    # The value is kept, so that nothing else gets its address.
    number = len(seen)
    seen[id(value)] = (number, value)
    if kind is list:
        return "list@%d" % number + items_of(value, seen, depth)
    if kind is set:
        return "set@%d" % number + set_of(value, seen, depth)
    if kind is dict:
        pairs = []
        for key, item in list(value.items())[:MAX_ITEMS]:
            pairs.append(render(key, seen, depth + 1) + "=" + render(item, seen, depth + 1))
        return "dict@%d{%s}%d" % (number, " ".join(pairs), len(value))
    return "?" + kind.__name__


def set_of(value, seen, depth):
    return "{%s}" % " ".join(sorted(render(item, seen, depth + 1) for item in value))


def run_batch(source, target):
    for code in range(1, REGISTERED + 1):
        copyreg._extension_registry[("ext", "c%d" % code)] = code
        copyreg._inverted_registry[code] = ("ext", "c%d" % code)
    with open(source, "rb") as file, open(target, "wb") as out:
        while header := file.read(7):
            loader, encoding, keeps_memo, length = struct.unpack("<BBBI", header)
            shown = run_case(loader, encoding, keeps_memo, file.read(length)).encode()
            out.write(struct.pack("<I", len(shown)) + shown)


def write_real(target):
    """Pickles of objects of the standard library, at all protocols, to be mutated; each behind its length."""
    import array
    import collections
    import datetime
    import decimal
    import enum
    import fractions
    import pathlib
    import random
    import re
    import uuid

    cycle = [1]
    cycle.append(cycle)
    shared = {"k": [1, 2, 3]}
    objects = [
        [None, True, False, 1, -1, 255, 256, 65536, 2**31, -(2**31), 2**70, -(2**70), 1.5, float("inf")],
        ["", "text", "\u00e9\u20ac", "\U0001d11e", "line\nfeed\\", "x" * 300, b"", b"bytes\xff", b"y" * 300, bytearray(b"z")],
        [(), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4), [], [1], {}, {"a": 1, "b": 2}, set(), {1}, frozenset({1})],
        [cycle, shared, shared, (shared, [shared])],
        [collections.OrderedDict(a=1), collections.defaultdict(list, a=[1]), collections.deque([1, 2], 5), collections.Counter("aab")],
        [datetime.datetime(2020, 1, 2, 3, 4, 5, 6, datetime.timezone.utc), datetime.date(2020, 1, 2), datetime.timedelta(1, 2, 3)],
        [decimal.Decimal("1.5"), fractions.Fraction(1, 3), uuid.UUID(int=5), complex(1, 2), range(1, 5), slice(1, 2)],
        [pathlib.PurePosixPath("/a/b"), re.compile("a+"), array.array("d", [1, 2]), random.Random(1)],
        [ValueError("x"), KeyError("k"), len, dict, collections.OrderedDict.fromkeys, re.I, enum.Enum],
        [list(range(1200)), {n: str(n) for n in range(1100)}, set(range(1100))],
    ]
    with open(target, "wb") as out:
        for protocol in range(6):
            for fast in (pickle.Pickler, pickle._Pickler):
                for value in objects:
                    file = io.BytesIO()
                    fast(file, protocol).dump(value)
                    out.write(struct.pack("<I", len(file.getvalue())) + file.getvalue())


if __name__ == "__main__":
    import sys
    import warnings

    warnings.simplefilter("ignore")
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))
    except ImportError:
        pass
    if sys.argv[1] == "--real":
        write_real(sys.argv[2])
    else:
        run_batch(sys.argv[1], sys.argv[2])
