import functools
import itertools
import operator
from collections import deque


def taken(x):
    words = iter(["skip", x, "end"])
    same = words
    next(same)
    reveal(next(words))  # value: parameter x
    reveal(list(words))  # value: ["end"]
    reveal(next(iter([]), "none"))  # value: "none"
    reveal(next(each for each in ("a", x) if each == "a"))  # value: "a"


def numbers(x):
    yield "a"
    yield x
    yield "b"


def perhaps(flag, x):
    if flag:
        yield "a"
    yield x


def generated(flag, x):
    made = numbers(x)
    next(made)
    reveal(next(made))  # value: parameter x
    reveal(list(made))  # value: ["b"]
    reveal(next(perhaps(flag, x)))  # value: "a" | parameter x
    first, second, third = numbers(x)
    reveal(third)  # value: "b"


def side_by_side(x):
    for name, value in zip(("a", "b"), [x, "2"]):
        reveal(value)  # value: parameter x | "2"
        if name == "b":
            reveal(value)  # value: "2"  # taint: none
    reveal(list(zip("ab", (x, "2"))))  # value: [("a", parameter x), ("b", "2")]
    reveal(list(enumerate(["a", x], 1)))  # value: [(1, "a"), (2, parameter x)]
    reveal(list(itertools.zip_longest("ab", [x], fillvalue="-")))  # value: [("a", parameter x), ("b", "-")]


def called(x):
    reveal(list(map(str.upper, ["a", "b"])))  # value: ["A", "B"]
    reveal(list(map(lambda a, b: a + b, "ab", "cd")))  # value: ["ac", "bd"]
    reveal(list(filter(lambda each: each != "b", ["a", "b"])))  # value: ["a"]
    reveal(list(filter(None, ["", "b"])))  # value: ["b"]
    reveal(list(filter(lambda each: each in ("a", "b"), [x])))  # value: [..."a" | "b"]
    reveal(functools.reduce(lambda one, other: one + other, ["a", "b", "c"]))  # value: "abc"
    reveal(functools.reduce(operator.add, [["a"], [x]]))  # value: ["a", parameter x]
    reveal(operator.itemgetter(1)(["a", x]))  # value: parameter x
    reveal(operator.itemgetter("b", "a")({"a": "1", "b": x}))  # value: (parameter x, "1")
    reveal(operator.methodcaller("upper")("a"))  # value: "A"
    reveal(sum([["a"], [x]], []))  # value: ["a", parameter x]
    reveal(sum([1, 2]))  # value: 3


def ordered(x):
    reveal(sorted(["c", "a", "b"]))  # value: ["a", "b", "c"]
    reveal(sorted(["bb", "a"], key=len, reverse=True))  # value: ["bb", "a"]
    reveal(sorted([(2, x), (1, "a")], key=lambda pair: pair[0]))  # value: [(1, "a"), (2, parameter x)]
    reveal(sorted(["a", x]))  # value: ["a" | parameter x, "a" | parameter x]
    reveal(list(reversed(["a", x])))  # value: [parameter x, "a"]
    reveal(max(["a", "c", "b"]))  # value: "c"
    reveal(min([3, 1, 2]))  # value: 1
    reveal(max(("a", 1), (x, 2), key=lambda pair: pair[1]))  # value: (parameter x, 2)
    reveal(max("a", x))  # value: "a" | parameter x


def chained(x):
    reveal(list(itertools.chain(["a"], (x,))))  # value: ["a", parameter x]
    reveal(list(itertools.chain.from_iterable([["a"], [x]])))  # value: ["a", parameter x]
    reveal(list(itertools.islice(["a", x, "c"], 1, None)))  # value: [parameter x, "c"]
    reveal(list(itertools.product("a", [x, "b"])))  # value: [("a", parameter x), ("a", "b")]
    reveal(list(itertools.repeat(x, 2)))  # value: [parameter x, parameter x]
    reveal(list(itertools.takewhile(lambda each: each != "b", ["a", "b", "c"])))  # value: ["a"]
    reveal(list(itertools.dropwhile(lambda each: each != "b", ["a", "b", "c"])))  # value: ["b", "c"]
    reveal(list(itertools.starmap(lambda a, b: a + b, [("a", "b")])))  # value: ["ab"]
    reveal(list(itertools.accumulate("abc", lambda a, b: a + b)))  # value: ["a", "ab", "abc"]
    reveal(list(itertools.pairwise("abc")))  # value: [("a", "b"), ("b", "c")]


def comprehended(x, items):
    reveal([each + "!" for each in ("a", "b")])  # value: ["a!", "b!"]
    reveal([each for each in ("a", x) if each != "a"])  # value: [...parameter x]
    reveal([a + b for a in "ab" for b in "cd"])  # value: ["ac", "ad", "bc", "bd"]
    reveal({len(each): each for each in ("a", "bb")})  # value: {1: "a", 2: "bb"}
    reveal({each for each in "aa"})  # value: {"a"}
    reveal([("a", each) for each in items])  # value: [...("a", ?[])]
    for item in items:
        reveal([each for each in ("a", "b")])  # value: ["a", "b"]
    found = [kept := each for each in ("a", "b")]
    reveal(kept)  # value: "b"


def turned(x):
    ring = deque(["a", x, "c"])
    ring.rotate(1)
    reveal(ring[0])  # value: "c"
    ring.appendleft("z")
    reveal(ring.popleft())  # value: "z"
    reveal(ring.pop())  # value: parameter x
    recent = deque(["a", "b"], maxlen=2)
    recent.append("c")
    reveal(list(recent))  # value: ["b", "c"]


def decided(x):
    reveal(any([False, True]))  # value: True
    reveal(all([True, x]))  # value: builtins.all()
    reveal(len(["a", x]))  # value: 2
    reveal(list(range(3)))  # value: [0, 1, 2]
    if len(["a", x]) == 2:
        reveal("two")  # reached: yes
    else:
        reveal("other")  # reached: no
