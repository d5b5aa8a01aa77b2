import pyexpat
import xml.etree.ElementTree as ET
from xml.dom import minidom
from xml.parsers import expat
from xml.parsers.expat import EXPAT_VERSION, version_info

import flask

LEAST = "expat_2.7.2"

if pyexpat.EXPAT_VERSION < "expat_2.7.2":  # fail: text
#  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    raise SystemExit("Expat is too old")

assert EXPAT_VERSION >= LEAST  # fail: text


def is_new():
    return expat.EXPAT_VERSION[6:] >= "2.6.0"  # fail: text


def is_known():
    return LEAST <= expat.EXPAT_VERSION  # fail: text


if version_info < (2, 4, 1):  # open: old
    raise SystemExit("Expat is too old")

if pyexpat.version_info < (2, 7, 2):  # pass: the program looks at the version of Expat that it runs with
    raise SystemExit("Expat is too old")

assert expat.version_info >= (2, 8)  # pass: the program looks at the version of Expat that it runs with


def parse():
    return ET.fromstring(flask.request.data)  # open: unknown


def parse_to_dom():
    return minidom.parseString(flask.request.data)  # open: unknown


def parse_checked():
    if (2, 7, 2) > version_info:  # pass: the program looks at the version of Expat that it runs with
        flask.abort(500)
    return ET.fromstring(flask.request.data)  # pass: the program looks at the version of Expat that it runs with


def own():
    return ET.fromstring("<a/>")  # nothing: the program's own


def shown():
    return "Expat " + EXPAT_VERSION == "Expat 2"  # nothing: no order


# file: new.py
# python: 3.9; expat 2.7.2
import xml.etree.ElementTree as ET
from xml import sax

import flask


def parse(handler):
    sax.parseString(flask.request.data, handler)  # pass: the configuration says that the Expat of the project is new enough
    return ET.fromstring(flask.request.data)  # pass: the configuration says that the Expat of the project is new enough


# file: old.py
# python: 3.9; expat 2.5.0
import xml.etree.ElementTree as ET

import flask


def parse():
    return ET.fromstring(flask.request.data)  # nothing: known to be old, which another consideration is about
