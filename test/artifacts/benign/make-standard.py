"""Writes honest pickles of the standard library's own types, one file an object and protocol, into the folder that is given.

Nothing but the standard library is imported, so that any Python 3 can make them.
"""

import argparse
import array
import collections
import datetime
import decimal
import enum
import fractions
import ipaddress
import operator
import os
import pathlib
import pickle
import random
import re
import sys
import types
import uuid
import zoneinfo
from http import HTTPStatus


def shared():
    inner = ["a", 1]
    return {"one": inner, "other": inner}


def cyclic():
    loop = []
    loop.append(loop)
    return loop


OBJECTS = {
    "constants": [None, True, False, 0, -1, 255, 65536, 2**31, -(2**40), 2**100, 1.5, float("inf"), "é", b"\x00\xff"],
    "containers": {"a": [1, (2, 3), {4}, frozenset([5])], "b": {}, "c": (), "d": bytearray(b"abc")},
    "long": ["word %d" % number for number in range(3000)],
    "bytes": b"\x00\x01\x02" * 40_000,
    "text": "text " * 30_000,
    "shared": shared(),
    "cyclic": cyclic(),
    "numbers": [complex(1, 2), range(10), range(0, 100, 3), slice(1, 2, 3), fractions.Fraction(1, 3)],
    "decimals": [decimal.Decimal("1.25"), decimal.Decimal("-Infinity")],
    "singletons": [Ellipsis, NotImplemented, type(None)],
    "types": [int, str, list, dict, object, ValueError, collections.OrderedDict],
    "functions": [len, sorted, os.path.join, operator.add],
    "collections": [
        collections.OrderedDict([("b", 1), ("a", 2)]),
        collections.Counter("hello"),
        collections.deque([1, 2, 3], maxlen=5),
        collections.defaultdict(list, {"k": [1]}),
        collections.defaultdict(int),
        collections.ChainMap({"a": 1}, {"b": 2}),
    ],
    "times": [
        datetime.date(2024, 2, 29),
        datetime.time(12, 30, 1, 5),
        datetime.datetime(2024, 2, 29, 12, 30),
        datetime.datetime(2024, 2, 29, 12, 30, tzinfo=datetime.timezone.utc),
        datetime.timedelta(days=1, seconds=2),
        datetime.timezone(datetime.timedelta(hours=2), "X"),
    ],
    "zones": [zoneinfo.ZoneInfo("UTC"), datetime.datetime(2024, 1, 1, tzinfo=zoneinfo.ZoneInfo("Europe/Paris"))],
    "uuids": [uuid.UUID(int=5), uuid.UUID("12345678123456781234567812345678")],
    "addresses": [
        ipaddress.ip_address("192.0.2.1"),
        ipaddress.ip_address("2001:db8::1"),
        ipaddress.ip_network("192.0.2.0/24"),
        ipaddress.ip_interface("192.0.2.1/24"),
    ],
    "paths": [pathlib.PurePosixPath("/a/b"), pathlib.PureWindowsPath("c:\\a"), pathlib.Path("x/y")],
    "patterns": [re.compile(r"\d+", re.I), re.compile(b"a+")],
    "arrays": [array.array("d", [1.0, 2.0]), array.array("i"), array.array("u", "text")],
    "random": random.Random(7),
    "namespaces": [argparse.Namespace(lr=0.1, name="x"), types.SimpleNamespace(a=1, b=[2])],
    "exceptions": [ValueError("no", 5), KeyError("k"), OSError(2, "No such file", "x"), UnicodeDecodeError("utf-8", b"\xff", 0, 1, "bad")],
    "enums": [HTTPStatus.NOT_FOUND, re.IGNORECASE, uuid.SafeUUID.unknown],
    "keys": {("a", 1): 1, frozenset([1, 2]): 2, datetime.date(2024, 1, 1): 3, decimal.Decimal("1.5"): 4, uuid.UUID(int=1): 5, int: 6},
    "iterators": [iter([1, 2]), iter(()), reversed([1, 2])],
    "version": sys.version_info[:3],
    "colours": enum.Enum.__name__,
}


def main(folder):
    made = 0
    for name, value in OBJECTS.items():
        for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
            path = os.path.join(folder, "standard-%s-%d.pkl" % (name, protocol))
            with open(path, "wb") as file:
                pickle.dump(value, file, protocol)
            made += 1
    print(made)


if __name__ == "__main__":
    main(sys.argv[1])
