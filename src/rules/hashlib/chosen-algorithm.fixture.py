import hashlib
import sys
from hashlib import new as start

from flask import request

STRONG = frozenset({"sha256", "sha384", "sha512"})
KNOWN = ("md5", "sha256")


def upload():
    first = hashlib.new(request.headers["X-Digest"])  # fail: chosen
    #                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^
    second = start(request.form["algorithm"], request.data)  # fail: chosen
    name = request.args["algorithm"]
    third = hashlib.file_digest(request.stream, name)  # fail: chosen
    fourth = hashlib.new(name=sys.argv[1])  # fail: chosen
    return first, second, third, fourth


def allowed():
    name = request.args["algorithm"]
    if name not in STRONG:
        raise ValueError(name)
    return hashlib.new(name)  # pass: only strong algorithms can be chosen


def one_of_two():
    name = request.args["algorithm"]
    if name == "sha256":
        return hashlib.new(name, request.data)  # pass: only strong algorithms can be chosen
    if name in ("sha384", "sha512"):
        return start(name)  # pass: only strong algorithms can be chosen
    return None


def too_many():
    name = request.args["algorithm"]
    if name in KNOWN:
        return hashlib.new(name)  # fail: allowsWeak
    return None


def by_number(data, number):
    if number in (1, 2):
        return hashlib.new(number, data)  # open: unknown
    return None


def digest(data, name):
    return hashlib.new(name, data)  # open: unknown


def from_table(data, options):
    return hashlib.new(**options)  # open: unknown


def constants(data, stream):
    hashlib.new("sha256", data)  # nothing: a constant
    hashlib.file_digest(stream, hashlib.sha256)  # nothing: a constant
    hashlib.sha256(request.data)  # nothing: a named constructor


def shadowed(hashlib):
    return hashlib.new(request.args["algorithm"])  # nothing: a parameter of that name
