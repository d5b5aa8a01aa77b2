# file: any.py
# python: 3.9
import cgi
import os
from urllib.parse import parse_qs, parse_qsl as pairs

from flask import request

SEPARATOR = ";"


def read(query, separator):
    first = parse_qs(query, separator=";")  # fail: semicolon
    #                                 ^^^
    second = pairs(request.query_string, separator=SEPARATOR)  # fail: semicolon
    #                                              ^^^^^^^^^
    third = cgi.parse(separator=";")  # fail: semicolon
    form = cgi.FieldStorage(separator=";")  # fail: semicolon
    return first, second, third, form, pairs(query, separator=separator)  # open: unknown


def standard(query):
    first = parse_qs(query, separator="&")  # pass: fields are separated by & only
    form = cgi.FieldStorage(separator="&")  # pass: fields are separated by & only
    third = pairs("a=1;b=2", separator=";")  # pass: the query is part of the program
    return first, form, third


def default(query):
    return parse_qs(query)  # nothing: separated by & since Python 3.9.2 and its sisters


def shadowed(parse_qs, query):
    return parse_qs(query, separator=";")  # nothing: a parameter of that name


def unrelated(items):
    return os.path.join(*items), print(*items, sep=";")  # nothing: not a query


# file: old.py
# python: =3.8.7
import cgi
from urllib.parse import parse_qs

from flask import request


def read():
    form = cgi.FieldStorage()  # fail: old
    fields = parse_qs(request.query_string)  # fail: old
    return form, fields, parse_qs("a=1;b=2")  # nothing: the query is part of the program


# file: mended.py
# python: =3.8.8
import cgi
from urllib.parse import parse_qs

from flask import request


def read():
    form = cgi.FieldStorage()  # pass: fields are separated by & only
    return form, parse_qs(request.query_string)  # pass: fields are separated by & only


# file: perhaps.py
# python: 3.9.1
import cgi


def read():
    return cgi.parse()  # open: perhaps-old
