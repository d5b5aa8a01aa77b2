import heapq
import random
from copy import copy, deepcopy


def changed(x):
    args = ["ls"]
    args.append(x)
    reveal(args)  # value: ["ls", parameter x]  # taint: parameter x
    reveal(args[0])  # value: "ls"  # taint: none
    args.extend(["-l", "-a"])
    args += ("-t",)
    reveal(args)  # value: ["ls", parameter x, "-l", "-a", "-t"]
    args.insert(1, "--")
    reveal(args.pop(2))  # value: parameter x
    reveal(args)  # value: ["ls", "--", "-l", "-a", "-t"]
    args.remove("-a")
    args.reverse()
    reveal(args)  # value: ["-t", "-l", "--", "ls"]
    args.sort()
    reveal(args)  # value: ["--", "-l", "-t", "ls"]
    args[1:3] = ["b"]
    del args[0]
    reveal(args)  # value: ["b", "ls"]
    args *= 2
    reveal(args)  # value: ["b", "ls", "b", "ls"]
    reveal(args.index("ls"))  # value: 1
    reveal(args.count("ls"))  # value: 2
    del args[::2]
    reveal(args)  # value: ["ls", "ls"]
    args.clear()
    reveal(args)  # value: []
    reveal(len(args))  # value: 0


def slices(x):
    args = ["a", x, "c", "d"]
    reveal(args[1:3])  # value: [parameter x, "c"]
    reveal(args[::-1])  # value: ["d", "c", parameter x, "a"]
    reveal(args[-2:])  # value: ["c", "d"]
    reveal(args[::2])  # value: ["a", "c"]
    reveal(args[x:])  # value: [..."a" | parameter x | "c" | "d"]
    first, *rest = args
    reveal(rest)  # value: [parameter x, "c", "d"]
    rest.append("e")
    reveal(args)  # value: ["a", parameter x, "c", "d"]
    *start, last = args
    reveal(start)  # value: ["a", parameter x, "c"]
    reveal(last)  # value: "d"


def unknown_places(x, index):
    args = ["a", "b"]
    args.insert(index, x)
    reveal(args)  # value: ["a" | "b" | parameter x, "a" | "b" | parameter x, "a" | "b" | parameter x]
    names = ["a", x, "b"]
    names.remove("b")
    reveal(names)  # value: ["a", parameter x | "b"]
    reveal(names[index])  # value: "a" | parameter x | "b"
    names.remove(x)
    reveal(len(names))  # value: 1


def unknown_length(items):
    args = ["ls"]
    args.extend(items)
    reveal(args)  # value: ["ls", ...?[]]
    args.append("-l")
    reveal(args)  # value: ["ls", ...?[] | "-l"]
    reveal(args[0])  # value: "ls"
    reveal(args[1])  # value: ?[] | "-l"
    reveal(args[-1])  # value: "ls" | ?[] | "-l"
    reveal(args[:1])  # value: ["ls"]
    reveal(args[1:])  # value: [...?[] | "-l"]
    reveal(args.pop(0))  # value: "ls"


def in_branches(flag):
    args = ["ls"]
    if flag:
        args.append("-l")
    reveal(args)  # value: ["ls", "-l"] | ["ls"]
    reveal(args[0])  # value: "ls"
    for each in args:
        reveal(each)  # value: "ls" | "-l"
    args.append("x")
    reveal(args[-1])  # value: "x"


def order_matters(flag, x):
    args = [x, "b"]
    if flag:
        args.reverse()
    reveal(args[0])  # value: "b" | parameter x


def shared(x):
    one = ["a"]
    other = one
    other.append(x)
    reveal(one)  # value: ["a", parameter x]
    own = one.copy()
    own.append("own")
    sliced = one[:]
    sliced.append("sliced")
    listed = list(one)
    listed.append("listed")
    reveal(one)  # value: ["a", parameter x]
    reveal(own + sliced)  # value: ["a", parameter x, "own", "a", parameter x, "sliced"]
    reveal(listed)  # value: ["a", parameter x, "listed"]


def nested(x):
    grid = [["-"] * 2] * 2
    grid[1][0] = x
    reveal(grid[0])  # value: [parameter x, "-"]
    rows = [["-"] for _ in range(2)]
    rows[0].append(x)
    reveal(rows)  # value: [["-", parameter x], ["-"]]
    shallow = copy(rows)
    deep = deepcopy(rows)
    rows[1].append("later")
    rows.append([])
    reveal(shallow)  # value: [["-", parameter x], ["-", "later"]]
    reveal(deep)  # value: [["-", parameter x], ["-"]]


def holds_itself(x):
    ring = [x]
    ring.append(ring)
    other = deepcopy(ring)
    other[0] = "a"
    reveal(ring[0])  # value: parameter x
    reveal(other[1][0])  # value: "a"


def from_text():
    words = "a b".split()
    words.append("c")
    reveal(words)  # value: ["a", "b", "c"]


def queue(x):
    found = []
    waiting = ["a", x, "b"]
    while waiting:
        each = waiting.pop(0)
        if each == "a":
            waiting.append("c")
        found.append(each)
    reveal(found)  # taint: parameter x
    reveal(found[0])  # value: "a"


def method_kept(x):
    found = []
    keep = found.append
    keep(x)
    list.append(found, "b")
    reveal(found)  # value: [parameter x, "b"]


def spread(items, x):
    found = []
    found.insert(*items)
    reveal(found)  # taint: parameter items
    reveal([*("a", x), "b"])  # value: ["a", parameter x, "b"]
    reveal(("a", *items, "b"))  # value: ("a", ...?[] | "b")


def arranged(x):
    heap = ["c", "a"]
    heapq.heappush(heap, "b")
    reveal(heapq.heappop(heap))  # value: "a"
    reveal(len(heap))  # value: 2
    heapq.heappush(heap, x)
    reveal(heap[0])  # taint: parameter x
    reveal(heapq.nlargest(1, ["a", "b"]))  # value: ["b"]
    random.shuffle(heap)
    reveal(random.choice(["a", "b"]))  # value: "a" | "b"
    reveal({"a": 1}["b"] if x else "other")  # value: "other"


def weigh(name):
    reveal(name)  # value: "a" / parameter x / ?[]
    return 1


def weighed(x, items):
    sorted(["a", x], key=weigh)
    max(items, key=weigh)
