x = "module"


class Body:
    x = "class"
    reveal(x)  # value: "class"
    first = [y for y in x]
    reveal([x for _ in "a"][0])  # name: builtins.list()[]

    def method(self, default=x):
        reveal(x)  # value: "module"
        reveal(default)  # value: parameter default | "class"

    function = lambda: reveal(x)  # value: "module"


class Unbound:
    reveal(x)  # value: "module"
    x = "later"
    reveal(x)  # value: "later"


def function():
    reveal(x)  # value: "module"

    class Inner:
        reveal(x)  # value: "module"

        def deep(self):
            reveal(x)  # value: "module"


def local():
    reveal(x)  # value: ?
    x = 1


def declared():
    global g
    g = "set"


reveal(g)  # value: "set"


def outer():
    n = 1

    def inner():
        nonlocal n
        n = 2

    def reader():
        reveal(n)  # value: 1 | 2
    return n


def generic[T](a: T) -> T:
    reveal(T)  # value: ?
    return a


class Box[T]:
    def get(self, a: T):
        reveal(T)  # value: ?


type Alias = int
reveal(Alias)  # value: builtins.int


def comprehensions(items):
    a = 1
    reveal([a for a in ("x",)])  # value: ["x"]
    reveal(a)  # value: 1
    {reveal(k): k for k in ("x", "y")}  # value: "x" | "y"


import os.path as ospath, os
reveal(os)  # name: os
reveal(ospath)  # name: os.path


def nested_import():
    import os.path
    reveal(os)  # name: os


for loop in (1, 2):
    pass
reveal(loop)  # value: 1 | 2

if unknown():
    conditional = 1
reveal(conditional)  # value: 1

try:
    unicode
except NameError:
    unicode = str
reveal(unicode)  # name: builtins.str | builtins.unicode

reveal(__file__)  # name: __file__
reveal(__name__)  # name: __name__

with opened() as (left, right):
    reveal(left)  # value: ?()[] | ?

gone = 1
del gone
reveal(gone)  # value: ?
