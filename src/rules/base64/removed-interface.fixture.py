# file: new.py
# python: 3.8
import base64
from base64 import encodestring
from base64 import decodestring as decode


def old_names(data):
    first = base64.decodestring(data)  # fail: removed
    #       ^^^^^^^^^^^^^^^^^^^
    second = encodestring(data)  # fail: removed
    third = decode(data)  # fail: removed
    return first, second, third


def either(data):
    try:
        return base64.encodestring(data)  # open: guarded
    except AttributeError:
        return base64.encodebytes(data)  # nothing: the name of today


class Legacy:
    def decodestring(self, data):
        return data

    def read(self, data):
        return self.decodestring(data)  # nothing: a method of that name


def shadowed(decodestring, data):
    return decodestring(data)  # nothing: a parameter of that name


# file: old.py
# python: 3.6-3.8
import base64
from base64 import decodestring as decode, encodestring


def old_names(data):
    first = base64.decodestring(data)  # pass: every Python that the project may run on has it
    second = encodestring(data)  # pass: every Python that the project may run on has it
    third = decode(data)  # pass: every Python that the project may run on has it
    return first, second, third
