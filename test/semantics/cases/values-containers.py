import random
import subprocess

plain = ["ls", "-l"]
reveal(plain)  # value: ["ls", "-l"]


def appended(x):
    args = ["ls"]
    reveal(args)  # value: ["ls"]
    args.append("-l")
    reveal(args)  # value: ["ls", "-l"]
    args.extend(["a", x])
    reveal(args)  # value: ["ls", "-l", "a", parameter x]
    args += ["b"]
    reveal(args[4])  # value: "b"
    args.insert(0, "sudo")
    reveal(args[0])  # value: "sudo"


def perhaps(flag):
    args = ["ls"]
    if flag:
        args.append("-l")
    reveal(args)  # value: ["ls", ...]
    reveal(args[0])  # value: "ls"
    reveal(args[1])  # value: ?
    args.append("-x")
    reveal(args)  # value: ["ls", ...]


def in_loop(items):
    args = ["ls"]
    for item in items:
        reveal(args)  # value: ["ls", ...]
        args.append(item)
    reveal(args)  # value: ["ls", ...]


def replaced(x):
    args = ["a", "b"]
    args[0] = x
    reveal(args)  # value: [parameter x, "b"]
    args.reverse()
    reveal(args)  # value: [...]


def not_followed(x):
    args = ["a"]
    other = args
    reveal(args)  # value: [...]
    lost = ["a"]
    change(lost)
    reveal(lost)  # value: [...]
    kept = ["a"]
    subprocess.run(kept)
    len(kept)
    reveal(kept)  # value: ["a"]


def change(list):
    list.append(1)


def later():
    args = ["a"]
    reveal(args)  # value: ["a"]
    args.append("b")


ALLOWED = ["a"]
FROZEN = ("a", "b")
GROWING = ["a"]
GROWING.append("b")


def reads():
    reveal(ALLOWED)  # value: ["a"]
    reveal(FROZEN)  # value: ("a", "b")
    reveal(GROWING)  # value: ["a", "b"]
    reveal(GLOBAL)  # value: ["a", ...]


GLOBAL = ["a"]


def writes():
    GLOBAL.append("c")


def concatenated(x, more):
    reveal(["a"] + ["b", x])  # value: ["a", "b", parameter x]
    reveal(["a"] + more)  # value: ["a", ...]
    reveal(more + ["a"])  # value: [...]
    reveal(["a", *more, "b"])  # value: ["a", ...]
    reveal(["a", *["x", "y"], "b"])  # value: ["a", "x", "y", "b"]
    reveal(("a",) + ("b",))  # value: ("a", "b")
    reveal(list(("a", "b")))  # value: ["a", "b"]
    reveal(tuple(["a"]))  # value: ("a",)
    reveal({"a", "b"})  # value: {"a", "b"}
    reveal(frozenset({"a"}))  # value: frozenset{"a"}
    reveal([x for x in ("a", "b")])  # value: ["a", "b"]
    reveal(["a", "b"][1:])  # value: ["b"]
    reveal(["a", "b"][-1])  # value: "b"
    reveal(["a"][unknown()])  # value: "a"
    reveal(["a"][3])  # nothing
    reveal([])  # value: []


def mappings(x, more):
    d = {"a": 1}
    reveal(d)  # value: {"a": 1}
    d["b"] = x
    reveal(d)  # value: {"a": 1, "b": parameter x}
    d["a"] = 2
    reveal(d["a"])  # value: 2
    d.update({"c": 3}, e=5)
    reveal(d["e"])  # value: 5
    del d["a"]
    reveal(d.get("a"))  # value: None
    reveal(d.get("c", 0))  # value: 3
    if x:
        d["c"] = 4
    reveal(d["c"])  # value: 3 | 4
    d.update(more)
    reveal(d)  # value: {...}


def displays(x, more):
    reveal(dict(a=1, b=x))  # value: {"a": 1, "b": parameter x}
    reveal(dict({"a": 1}, b=2))  # value: {"a": 1, "b": 2}
    reveal(dict([("a", 1)]))  # value: {"a": 1}
    reveal({**{"a": 1}, "b": 2})  # value: {"a": 1, "b": 2}
    reveal({"a": 1, **{"a": 2}})  # value: {"a": 2}
    reveal({"a": 1, **more, "b": 2})  # value: {"b": 2, ...}
    reveal({"a": 1} | {"b": 2})  # value: {"a": 1, "b": 2}
    reveal({x: 1}["a"])  # value: ?
    reveal({"a": 1, "b": 2}[x])  # value: 1 | 2
    reveal(len({"a": 1}))  # value: 1


class C:
    options = {"a": 1}

    def use(self):
        self.items = ["x"]
        reveal(self.items)  # value: ["x"]
        reveal(self.options)  # value: {"a": 1}
