# file: settings.py
NAME = "app"
LEVEL = 3
NAME_TWICE = NAME * 2
# file: main.py
import os
import settings
from settings import NAME, LEVEL
from typing import Final
from pathlib import Path
from enum import Enum

reveal("a" "b")  # value: "ab"
reveal(b"a" b"\x00")  # value: b"a\u0000"
reveal("a" + 'b')  # value: "ab"
reveal("ab" * 2)  # value: "abab"
reveal(1 + 2 * 3)  # value: 7
reveal(2 ** 70)  # value: 1180591620717411303424
reveal(7 // 2)  # value: 3
reveal(-7 // 2)  # value: -4
reveal(-7 % 3)  # value: 2
reveal(7 / 2)  # value: 3.5
reveal(1 << 4 | 1)  # value: 17
reveal(~5)  # value: -6
reveal(2 ** 100000)  # name: operator.pow()
reveal("a" * 10000000)  # name: operator.mul()
reveal(1 / 0)  # name: operator.truediv()
reveal(0o600)  # value: 384
reveal(not True)  # value: False
reveal(True and "x")  # value: "x"
reveal("" or "x")  # value: "x"
reveal(1 if True else 2)  # value: 1
reveal(1 if unknown() else 2)  # value: 1 | 2
reveal(1 < 2 < 3)  # value: True
reveal("a" in ("a", "b"))  # value: True
reveal("c" in ["a", "b"])  # value: False
reveal("c" in ["a", unknown()])  # name: operator.contains()
reveal(None is None)  # value: True
reveal("x" is None)  # value: False
reveal([] is None)  # value: False
reveal(1 == 1.0)  # value: True
reveal(None)  # value: None
reveal(...)  # value: ...

reveal("%s-%d" % ("a", 1))  # value: "a-1"
reveal("%s" % "a")  # value: "a"
reveal("%(x)s" % {"x": "y"})  # value: "y"
reveal("%5.1f%%" % 1.25)  # value: "  1.3%"
reveal("{}-{}".format("a", 1))  # value: "a-1"
reveal("{0}{1}{0}".format("a", "b"))  # value: "aba"
reveal("{x:>4}|{{}}".format(x="a"))  # value: "   a|{}"
reveal("{x}".format(**{"x": 1}))  # value: "1"
reveal(f"{NAME}-{LEVEL:03d}")  # value: "app-003"
reveal(f"{NAME!r}")  # value: "'app'"
reveal(", ".join(["a", "b"]))  # value: "a, b"
reveal("".join(("a", f"{1}")))  # value: "a1"
reveal("a b".split())  # value: ["a", "b"]
reveal(" A ".strip().lower())  # value: "a"
reveal("a,b,c".rsplit(",", 1)[0])  # value: "a,b"
reveal("abc".replace("b", "x").upper())  # value: "AXC"
reveal("é".encode())  # value: b"Ã©"
reveal(b"abc".decode("ascii"))  # value: "abc"
reveal("abc"[1:])  # value: "bc"
reveal("abc"[-1])  # value: "c"
reveal("abc"[::-1])  # value: "cba"
reveal("abc".startswith("a"))  # value: True
reveal("k=v".partition("="))  # value: ("k", "=", "v")

reveal(len("abc"))  # value: 3
reveal(len([1, 2]))  # value: 2
reveal(int("10"))  # value: 10
reveal(int("ff", 16))  # value: 255
reveal(ord("a"))  # value: 97
reveal(chr(0x62))  # value: "b"
reveal(str(12))  # value: "12"
reveal(bytes([104, 105]))  # value: b"hi"
reveal(bytes.fromhex("6869"))  # value: b"hi"
reveal(bool("x"))  # value: True
reveal(hex(255))  # value: "0xff"
reveal(int(unknown()))  # name: builtins.int()

reveal(os.path.join("a", "b", "c.txt"))  # value: "a/b/c.txt"
reveal(os.path.join("a", "/b"))  # value: "/b"
reveal(os.path.join("a", unknown()))  # name: os.path.join()
reveal(Path("a") / "b")  # value: <pathlib.Path "a/b">
reveal(str(Path("a", "b")))  # value: "a/b"
reveal(Path("a") / unknown())  # value: <pathlib.Path>
reveal(os.environ.get("X"))  # value: os.environ.get()
reveal(os.environ["X"])  # value: os.environ[]

reveal(NAME)  # value: "app"
reveal(settings.NAME_TWICE)  # value: "appapp"
reveal(settings.MISSING)  # name: settings.MISSING | ?
LIMIT: Final = 10
TYPED: Final[int] = 20
reveal(LIMIT + TYPED)  # value: 30


class Color(Enum):
    RED = "red"


class Options:
    RED = "red"
    size: int = 3


reveal(Color.RED)  # value: main.Color.RED
reveal(Options.RED)  # value: "red"
reveal(Options().size)  # value: 3

import ssl
reveal(ssl.TLSVersion.TLSv1)  # value: ssl.TLSVersion.TLSv1
reveal(ssl.CERT_NONE)  # value: ssl.CERT_NONE
reveal(ssl.OP_NO_SSLv2 | ssl.OP_NO_SSLv3)  # name: operator.or_()
