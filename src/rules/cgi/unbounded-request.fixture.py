#!/usr/bin/env python3
import cgi
import sys
from cgi import FieldStorage as Form, parse_multipart

MAX_FIELDS = 200

form = cgi.FieldStorage(max_num_fields=None)  # fail: unlimited
#                                      ^^^^
other = Form(sys.stdin.buffer, max_num_fields=None)  # fail: unlimited
fields = parse_multipart(sys.stdin.buffer, {"boundary": b"x"})  # fail: memory
#        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
more = cgi.parse_multipart(sys.stdin.buffer, {"boundary": b"x"})  # fail: memory

small = cgi.FieldStorage(max_num_fields=100)  # pass: the number of fields is limited
named = Form(max_num_fields=MAX_FIELDS)  # pass: the number of fields is limited
counted = Form(sys.stdin.buffer, max_num_fields=10 * 10)  # pass: the number of fields is limited


def read(limit):
    first = cgi.FieldStorage()  # open: unknown
    second = cgi.FieldStorage(max_num_fields=limit)  # open: unknown
    return first, second


class FieldStorage:
    pass


def local():
    return FieldStorage()  # nothing: a class of this file


def shadowed(cgi):
    return cgi.FieldStorage()  # nothing: a parameter of that name
