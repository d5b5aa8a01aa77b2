# file: old.py
# python: =3.12.12
import xml.etree.ElementTree as ET
from xml.dom import minidom, pulldom
from xml.dom.minidom import parseString
from xml.parsers import expat

import flask


def parse():
    return minidom.parseString(flask.request.data)  # fail: quadratic
    #                          ^^^^^^^^^^^^^^^^^^


def parse_by_name():
    return parseString(string=flask.request.form["feed"])  # fail: quadratic


class Feed:
    def read(self):
        self.document = minidom.parse(flask.request.files["feed"])  # fail: quadratic
        return pulldom.parse(flask.request.stream)  # fail: quadratic


def declarations(handler):
    parser = expat.ParserCreate()
    parser.ElementDeclHandler = handler  # fail: declarations
    parser.StartElementHandler = handler  # nothing: declarations only


def elements():
    return ET.fromstring(flask.request.data)  # nothing: no minidom


def own():
    return minidom.parseString("<a/>")  # nothing: the program's own


# file: bound.py
# python: 3.12.12
from xml.dom import minidom
from xml.parsers.expat import ParserCreate

import flask


def parse():
    return minidom.parseString(flask.request.data)  # open: perhaps-quadratic


def declarations(handler):
    parser = ParserCreate()
    parser.ElementDeclHandler = handler  # open: perhaps-declarations


# file: mended.py
# python: =3.12.14
from xml.dom import minidom
from xml.parsers import expat

import flask


def parse():
    return minidom.parseString(flask.request.data)  # pass: every Python that the project may run on has the fixes of its parsers


def parse_file():
    return minidom.parse(file=flask.request.files["feed"])  # pass: every Python that the project may run on has the fixes of its parsers


def declarations(handler):
    parser = expat.ParserCreate()
    parser.ElementDeclHandler = handler  # pass: every Python that the project may run on has the fixes of its parsers


# file: flooded.py
# python: 3.14; expat 2.7.5
import xml.etree.ElementTree as ET
from xml import sax

import flask


def parse(handler):
    sax.parseString(flask.request.data, handler)  # fail: flooded
    return ET.fromstring(flask.request.data)  # fail: flooded


# file: newest.py
# python: 3.14; expat 2.8.0
import xml.etree.ElementTree as ET

import flask


def parse():
    return ET.fromstring(flask.request.data)  # nothing: a new Expat, and no minidom
