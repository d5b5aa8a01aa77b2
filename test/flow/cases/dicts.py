from collections import ChainMap, Counter, OrderedDict, defaultdict


def changed(x):
    options = {"a": 1}
    options["b"] = x
    options.update(c="c")
    options.update({"a": 2})
    options.update([("d", "d")])
    reveal(options)  # value: {"a": 2, "b": parameter x, "c": "c", "d": "d"}
    reveal(options.pop("b"))  # value: parameter x
    reveal(options.pop("b", "gone"))  # value: "gone"
    del options["c"]
    reveal(options.setdefault("a", x))  # value: 2
    reveal(options.setdefault("e", x))  # value: parameter x
    reveal(options)  # value: {"a": 2, "d": "d", "e": parameter x}
    reveal(options.popitem())  # value: ("e", parameter x)
    options |= {"f": "f"}
    reveal(options | {"a": x})  # value: {"a": parameter x, "d": "d", "f": "f"}
    reveal(options)  # value: {"a": 2, "d": "d", "f": "f"}
    reveal(len(options))  # value: 3
    options.clear()
    reveal(options)  # value: {}


def asked(x):
    options = {"a": 1, "b": x}
    reveal(options.get("a"))  # value: 1
    reveal(options.get("c"))  # value: None
    reveal(options.get("c", "d"))  # value: "d"
    reveal(options.get(x))  # value: parameter x | 1 | None
    reveal("a" in options)  # value: True
    reveal(list(options))  # value: ["a", "b"]


def views(x):
    options = {"a": "1"}
    values = options.values()
    pairs = options.items()
    options["b"] = x
    reveal(list(values))  # value: ["1", parameter x]
    reveal(list(pairs))  # value: [("a", "1"), ("b", parameter x)]
    for key, value in options.items():
        reveal(key)  # value: "a" | "b"
        if key == "a":
            reveal(value)  # value: "1"
    reveal(sorted(options))  # value: ["a", "b"]


def unknown_keys(name, x):
    cache = {"a": "1"}
    cache[name] = x
    reveal(cache[name])  # value: parameter x
    reveal(cache["a"])  # value: "1" | parameter x
    for key in cache:
        reveal(key)  # taint: parameter name
    cache["b"] = "2"
    reveal(cache["b"])  # value: "2"
    del cache["a"]
    reveal(cache.get("a"))  # value: parameter x | "2" | None


def merged(other, x):
    options = {"a": x, **other, "b": "2"}
    reveal(options["b"])  # value: "2"
    reveal(options["a"])  # taint: parameter other, parameter x
    plain = {"a": "1"}
    plain.update(other)
    plain["c"] = "3"
    reveal(plain["c"])  # value: "3"
    reveal(plain["a"])  # taint: parameter other


def made(x):
    reveal(dict(a=1, b=x))  # value: {"a": 1, "b": parameter x}
    reveal(dict([("a", x)], b="2"))  # value: {"a": parameter x, "b": "2"}
    reveal(dict(zip(("a", "b"), (x, "2"))))  # value: {"a": parameter x, "b": "2"}
    reveal(dict.fromkeys(["a", "b"], x))  # value: {"a": parameter x, "b": parameter x}
    reveal({key.upper(): value for key, value in {"a": x}.items()})  # value: {"A": parameter x}
    shared = dict.fromkeys(["a", "b"], [])
    shared["a"].append(x)
    reveal(shared["b"])  # value: [parameter x]
    options = {"a": 1}
    other = dict(options)
    other["a"] = x
    copied = options.copy()
    copied["b"] = x
    reveal(options)  # value: {"a": 1}


def grouped(x, name):
    groups = defaultdict(list)
    groups["a"].append("1")
    groups["b"].append(x)
    groups["a"].append("2")
    reveal(groups["a"])  # value: ["1", "2"]
    reveal(groups["b"])  # value: [parameter x]
    groups[name].append("3")
    reveal(groups["c"])  # taint: parameter x
    counts = defaultdict(int)
    counts["a"] += 1
    reveal(counts["a"])  # value: 1
    plain = {}
    plain.setdefault("k", []).append(x)
    reveal(plain["k"])  # value: [parameter x]


def ordered(x):
    options = OrderedDict(a="1", b=x)
    options.move_to_end("a")
    reveal(options.popitem())  # value: ("a", "1")
    reveal(options.popitem(last=False))  # value: ("b", parameter x)


def counted(x):
    counts = Counter(["a", "b", "a"])
    reveal(counts["a"])  # value: 2
    reveal(counts["z"])  # value: 0
    reveal(Counter([x]).most_common(1)[0][0])  # value: parameter x


def chained(x):
    own = {}
    settings = ChainMap(own, {"a": "1", "b": x})
    reveal(settings["a"])  # value: "1"
    own["a"] = x
    reveal(settings["a"])  # value: parameter x
    reveal(settings.get("c", "d"))  # value: "d"
    reveal(settings.new_child({"b": "2"})["b"])  # value: "2"


def forgotten(flag, x):
    options = {"a": x, "b": "2"}
    if flag:
        options["a"], options["b"] = options["b"], options["a"]
    reveal(options["b"])  # value: parameter x | "2"
