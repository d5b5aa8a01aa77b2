# python: 3.8
import xml.dom.minidom
import xml.etree.ElementTree as ET
import xml.sax
from xml.etree.ElementTree import fromstring

import flask
from lxml import etree


def feed():
    ET.fromstring(flask.request.data)  # open: old-expat
    #             ^^^^^^^^^^^^^^^^^^
    fromstring(flask.request.get_data())  # open: old-expat
    xml.dom.minidom.parseString(flask.request.data)  # open: old-expat
    xml.sax.parseString(flask.request.data, xml.sax.ContentHandler())  # open: old-expat


class NoDoctype(ET.TreeBuilder):
    def doctype(self, name, pubid, system):
        raise ValueError("a document type is not allowed")


def refused():
    ET.fromstring(flask.request.data, parser=ET.XMLParser(target=NoDoctype()))  # pass: the parser refuses document type declarations


def limits():
    etree.XMLParser(huge_tree=True)  # fail: limits-off
    #                         ^^^^
    etree.XMLParser(resolve_entities=False, huge_tree=1)  # fail: limits-off
    options = {"huge_tree": True}
    etree.XMLParser(**options)  # fail: limits-off
    etree.XMLParser(huge_tree=False)  # pass: the limits of the parser stay on
    etree.fromstring(flask.request.data)  # nothing: lxml has limits of its own


def harmless(path, text):
    ET.fromstring("<a/>")  # nothing: constant
    ET.parse(path)  # nothing: not known to be hostile
    fromstring(text)  # nothing: not known to be hostile
    ET.tostring(ET.Element("a"))  # nothing: writes


class Thread:
    def fromstring(self, text):
        return text


Thread().fromstring(flask.request.data)  # nothing: another method


# file: modern/feed.py
# python: 3.10
import xml.etree.ElementTree as ET

import flask


def feed():
    ET.fromstring(flask.request.data)  # pass: the Expat of every Python that the project may run on limits how far entities expand


def builder():
    import lxml.etree

    lxml.etree.XMLParser(huge_tree=True)  # fail: limits-off
    lxml.etree.iterparse("dump.xml", huge_tree=True)  # fail: limits-off
    lxml.etree.iterparse("dump.xml", huge_tree=False)  # pass: the limits of the parser stay on


# file: unlimited.py
# python: 3.10; expat 2.4.0
import xml.etree.ElementTree as ET
from xml.dom.minidom import parseString
from xml.sax import parseString as parse_events

import flask


def feed(handler):
    ET.fromstring(flask.request.data)  # fail: unlimited
    parseString(string=flask.request.form["feed"])  # fail: unlimited
    parse_events(flask.request.data, handler)  # fail: unlimited
    ET.fromstring("<a/>")  # nothing: constant


# file: below.py
# python: 3.14; expat 2.6.0
import xml.etree.ElementTree as ET
from xml.dom import minidom

import flask


class NoDoctype(ET.TreeBuilder):
    def doctype(self, name, pubid, system):
        raise ValueError("a document type is not allowed")


class Feed:
    def read(self):
        self.root = ET.XML(flask.request.data)  # fail: below-limits
        self.tree = ET.parse(flask.request.stream)  # fail: below-limits
        return minidom.parse(file=flask.request.files["feed"])  # fail: below-limits


def refused():
    return ET.XML(flask.request.data, ET.XMLParser(target=NoDoctype()))  # pass: the parser refuses document type declarations


# file: bounded.py
# python: 3.8; expat 2.7.2
import xml.etree.ElementTree as ET
from xml.dom import minidom

import flask


def feed():
    ET.fromstring(flask.request.data)  # pass: the Expat that the configuration names limits how far entities expand
    return minidom.parseString(flask.request.data)  # pass: the Expat that the configuration names limits how far entities expand
