ONCE = "a"
TWICE = "a"
TWICE = "b"
MODE = "r"
if unknown():
    MODE = "rb"


def read_globals():
    reveal(ONCE)  # value: "a"
    reveal(TWICE)  # value: "a" | "b"
    reveal(MODE)  # value: "r" | "rb"
    reveal(LATER)  # value: 1
    reveal(CHANGED)  # value: 1 | 2


LATER = 1
CHANGED = 1


def change():
    global CHANGED
    CHANGED = 2
    reveal(CHANGED)  # value: 1 | 2


reveal(TWICE)  # value: "b"
reveal(CHANGED)  # value: 1 | 2


def branches(flag):
    x = "a"
    reveal(x)  # value: "a"
    if flag:
        x = "b"
        reveal(x)  # value: "b"
    reveal(x)  # value: "a" | "b"
    if flag:
        x = "c"
    else:
        x = "d"
    reveal(x)  # value: "c" | "d"


def leaving(flag):
    x = "a"
    if flag:
        x = "b"
        return
    reveal(x)  # value: "a"
    if flag:
        x = "c"
        raise ValueError
    reveal(x)  # value: "a"
    if flag:
        x = "d"
        exit(1)
    reveal(x)  # value: "a"


def loops(items):
    x = 0
    for item in items:
        reveal(x)  # value: 0 | 1
        x = 1
        if item:
            continue
        x = 2
        break
    else:
        reveal(x)  # value: 0 | 1
    reveal(x)  # value: 0 | 1 | 2
    y = 0
    while True:
        y = 1
        if items:
            break
    reveal(y)  # value: 1


def counting():
    n = 0
    while n < 3:
        n = n + 1
    reveal(n)  # value: 0 | operator.add()


def tries():
    x = "a"
    try:
        x = "b"
        work()
        x = "c"
    except ValueError:
        reveal(x)  # value: "a" | "b"
        x = "d"
    else:
        reveal(x)  # value: "c"
    reveal(x)  # value: "c" | "d"


def finals():
    x = "a"
    try:
        x = work()
        x = "b"
    finally:
        reveal(x)  # value: "a" | ?() | "b" | ?
        y = 1
    reveal(x)  # value: "b"
    reveal(y)  # value: 1


def returning():
    x = "a"
    while True:
        try:
            x = "b"
            break
        finally:
            y = x
    reveal(x)  # value: "b"


def suppressed():
    from contextlib import suppress
    x = "a"
    with suppress(ValueError):
        work()
        x = "b"
    reveal(x)  # value: "a" | "b"
    with opened():
        x = "c"
    reveal(x)  # value: "c"


def closures():
    x = 1

    def inner():
        reveal(x)  # value: 1 | 2
        nonlocal y
        y = 4
    x = 2
    y = 3
    inner()
    reveal(y)  # value: 4 | 3


def augmented():
    s = "a"
    s += "b"
    reveal(s)  # value: "ab"
    n = 1
    n *= 3
    reveal(n)  # value: 3


def walrus(items):
    if (x := "a") and unknown():
        reveal(x)  # value: "a"
    [last := 1 for _ in items]
    reveal(last)  # value: 1
    y = 1
    unknown() and (y := 2)
    reveal(y)  # value: 1 | 2


def loop_values():
    for name in ("a", "b"):
        reveal(name)  # value: "a" | "b"
    for index, name in enumerate(["x", "y"]):
        reveal(index)  # value: 0 | 1
        reveal(name)  # value: "x" | "y"
    for key, value in {"k": 1, "l": 2}.items():
        reveal(value)  # value: 1 | 2
    reveal([c for c in "ab"][0])  # name: builtins.list()[]


def matching(command):
    match command:
        case "a" | "b" as word:
            reveal(word)  # value: "a" | "b"
        case ["go", direction]:
            reveal(direction)  # value: ?[]
        case other:
            reveal(other)  # value: parameter command


def unpacking():
    a, (b, *c), d = 1, (2, 3, 4), 5
    reveal(a)  # value: 1
    reveal(b)  # value: 2
    reveal(c)  # value: [3, 4]
    reveal(d)  # value: 5
    first, *rest = [1, 2]
    reveal(rest)  # value: [2]
    e, f = unknown()
    reveal(e)  # value: ?()[] | ?


def parameters(x, y=3, *args, z: int = 4, **kwargs):
    reveal(x)  # value: parameter x
    reveal(y)  # value: parameter y | 3
    reveal(z)  # value: parameter z: builtins.int | 4
    reveal(args)  # value: parameter args
    x = 5
    reveal(x)  # value: 5


class Body:
    x = 1
    reveal(x)  # value: 1
    y = [x for _ in range(3)]
    z = [n for n in (x,)]
    reveal(z)  # value: [1]

    def method(self):
        reveal(x)  # nothing
        return x


def dead():
    x = 1
    if False:
        x = 2
    reveal(x)  # value: 1
    return
    x = 3


def handler_name():
    e = 1
    try:
        work()
    except ValueError as e:
        reveal(e)  # value: <builtins.ValueError>
    reveal(e)  # value: 1
