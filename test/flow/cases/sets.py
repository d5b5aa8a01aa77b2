KNOWN = {"csv", "html"}


def changed(x):
    names = {"a", "b"}
    names.add("a")
    names.add(x)
    reveal(names)  # value: {"a", "b", parameter x}
    names.discard("b")
    reveal(names)  # value: {"a", parameter x}
    names |= {"c"}
    names.update(["d"])
    reveal(names)  # value: {"a", parameter x, "c", "d"}
    names -= {"d"}
    reveal("a" in names)  # value: True
    names.clear()
    reveal(names)  # value: {}


def chosen(items):
    asked = set(items)
    reveal(asked & KNOWN)  # taint: none
    reveal(asked.intersection(KNOWN))  # value: {..."csv" | "html"}
    reveal(asked - KNOWN)  # taint: parameter items
    reveal(asked | KNOWN)  # taint: parameter items
    reveal(KNOWN & {"csv", "pdf"})  # value: {"csv"}
    reveal(KNOWN - {"csv"})  # value: {"html"}
    reveal({"csv"}.issubset(KNOWN))  # value: True
    reveal({"pdf"} <= KNOWN)  # value: operator.le()
    reveal(frozenset(["a"]))  # value: frozenset{"a"}


def in_no_order(x):
    names = {"a", x}
    reveal(list(names))  # value: ["a" | parameter x, "a" | parameter x]
    last = None
    for each in names:
        last = each
    reveal(last)  # value: "a" | parameter x
    reveal(names.pop())  # value: "a" | parameter x
