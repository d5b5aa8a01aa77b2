import os
import flask


def holes(x, y: str, n: int):
    reveal(f"a{x}b")  # value: f"a{parameter x}b"
    reveal("a" + x)  # value: f"a{parameter x}"
    reveal(x + "b" + "c")  # value: f"{parameter x}bc"
    reveal("a%sb" % x)  # value: f"a{parameter x}b"
    reveal("a%s%s" % (x, "c"))  # value: f"a{parameter x}c"
    reveal("a{}b".format(x))  # value: f"a{parameter x}b"
    reveal("a{name}b".format(name=x))  # value: f"a{parameter x}b"
    reveal(" ".join(["ls", x]))  # value: f"ls {parameter x}"
    reveal(b"a" + x)  # value: bf"a{parameter x}"
    reveal(f"{x}")  # value: f"{parameter x}"
    reveal(f"{x:>10}")  # value: f"{parameter x}"
    reveal("a" f"{x}" "b")  # value: f"a{parameter x}b"
    s = f"SELECT {x}"
    s += " FROM t"
    reveal(s)  # value: f"SELECT {parameter x} FROM t"
    reveal(s.strip())  # name: builtins.str.strip()
    reveal(f"{s};")  # value: f"SELECT {parameter x} FROM t;"
    reveal("a" % x)  # name: operator.mod()
    reveal(x % "a")  # name: operator.mod()
    reveal(x + y)  # name: operator.add()
    reveal("{0.name}".format(x))  # value: f"{?.name}"
    reveal("{".format(x))  # name: builtins.str.format()


def spelled_out(flag):
    name = "a" if flag else "b"
    reveal(f"/tmp/{name}.txt")  # value: "/tmp/a.txt" | "/tmp/b.txt"
    reveal("x" + name)  # value: "xa" | "xb"


def sources():
    name = flask.request.args["name"]
    reveal(f"hello {name}")  # value: f"hello {flask.request.args[]}"
    reveal(os.environ["HOME"] + "/x")  # value: f"{os.environ[]}/x"
    os.system("echo " + name)  # name: os.system
