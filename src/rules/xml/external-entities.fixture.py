import io
import urllib.request
import xml.sax
import xml.sax.handler
from xml.parsers import expat
from xml.sax import make_parser
from xml.sax.handler import EntityResolver, feature_external_ges

from lxml import etree


def features(flag):
    parser = xml.sax.make_parser()
    parser.setFeature(xml.sax.handler.feature_external_ges, True)  # fail: on
    #^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    other = make_parser()
    other.setFeature(feature_external_ges, 1)  # fail: on
    other.setFeature("http://xml.org/sax/features/external-general-entities", True)  # fail: on
    other.setFeature(feature_external_ges, flag)  # open: unknown
    other.setFeature(feature_external_ges, False)  # pass: external entities stay off
    other.setFeature(xml.sax.handler.feature_namespaces, True)  # nothing: another feature


def options():
    etree.XMLParser(resolve_entities=True)  # fail: on
    #                                ^^^^
    etree.XMLParser(no_network=False)  # fail: network
    etree.XMLParser(load_dtd=True)  # fail: dtd
    etree.XMLParser(resolve_entities=False, no_network=True)  # pass: external entities stay off
    etree.XMLParser(resolve_entities="internal")  # pass: external entities stay off
    etree.XMLParser()  # nothing: what is parsed with it is looked at
    etree.iterparse("dump.xml", resolve_entities=True)  # fail: on
    etree.iterparse("dump.xml", resolve_entities=False)  # pass: external entities stay off


def option(flag):
    etree.XMLParser(resolve_entities=flag)  # open: unknown


def fetch(context, base, system, public):
    urllib.request.urlopen(system)
    return 1


def refuse(context, base, system, public):
    return 0


def handlers(handler):
    parser = expat.ParserCreate()
    parser.ExternalEntityRefHandler = fetch  # fail: handler
    parser.ExternalEntityRefHandler = refuse  # pass: the handler opens nothing
    parser.ExternalEntityRefHandler = handler  # open: unknown
    parser.ExternalEntityRefHandler = None  # nothing: off


class Opening(EntityResolver):
    def resolveEntity(self, publicId, systemId):
        return open(systemId, "rb")  # fail: resolver


class Table(xml.sax.handler.EntityResolver):
    def resolveEntity(self, publicId, systemId):  # pass: the handler opens nothing
        raise ValueError(systemId)


class Empty(EntityResolver):
    def resolveEntity(self, publicId, systemId):
        return io.BytesIO(b"")  # nothing: opens nothing that the document names


class Camera:
    def setFeature(self, name, state):
        pass


Camera().setFeature(feature_external_ges, True)  # nothing: another method


# file: unsaid.py
import flask
from lxml import etree, objectify

PLAIN = etree.XMLParser(remove_blank_text=True)
INERT = etree.XMLParser(resolve_entities=False)  # pass: external entities stay off


def view():
    etree.fromstring(flask.request.data)  # open: version
    #                ^^^^^^^^^^^^^^^^^^
    etree.fromstring(flask.request.data, PLAIN)  # open: version
    etree.fromstring(flask.request.data, parser=INERT)  # nothing: judged where the parser is made
    etree.fromstring(flask.request.data, etree.HTMLParser())  # nothing: HTML has no external entities
    etree.iterparse(flask.request.files["dump"])  # open: version
    etree.iterparse(flask.request.files["page"], html=True)  # nothing: HTML has no external entities
    etree.fromstring("<a/>")  # nothing: a constant


def read(text):
    etree.fromstring(text)  # open: version
    objectify.fromstring(text)  # open: version


# file: old.py
# requires: lxml>=4.2,<6
import flask
from lxml import etree

PLAIN = etree.XMLParser(remove_blank_text=True)


def view(text):
    etree.fromstring(flask.request.data)  # fail: default
    etree.fromstring(flask.request.data, PLAIN)  # fail: default
    etree.parse(flask.request.stream)  # fail: default
    etree.XML(text)  # open: version
    etree.fromstring(flask.request.data, etree.XMLParser(resolve_entities=False))  # pass: external entities stay off


# file: new.py
# requires: lxml~=5.2
import flask
from lxml import etree


def view():
    etree.fromstring(flask.request.data)  # pass: the lxml that the project requires keeps external entities off by default
    etree.iterparse(flask.request.files["dump"])  # fail: default
    etree.fromstring(flask.request.data, etree.ETCompatXMLParser())  # fail: default


# file: newest.py
# requires: lxml>=6.1
import flask
from lxml import etree


def view():
    etree.iterparse(flask.request.files["dump"])  # pass: the lxml that the project requires keeps external entities off by default


# file: locked.py
# requires: lxml>=4.2
# requires: lxml==6.1.0
import flask
from lxml import etree


def view():
    etree.fromstring(flask.request.data)  # pass: the lxml that the project requires keeps external entities off by default


# file: start.py
# requires: lxml>=3.3
from lxml import etree

etree.set_default_parser(etree.XMLParser(resolve_entities=False))  # pass: external entities stay off

# file: served.py
# requires: lxml>=3.3
import flask
from lxml import etree


def view():
    etree.fromstring(flask.request.data)  # nothing: the parser that the program starts with is judged where it is made


# file: ancient.py
# python: 3.4
import flask
from lxml import etree


def view():
    etree.fromstring(flask.request.data)  # fail: default


# file: two.py
# python: 2.7
import flask
from lxml import etree


def view():
    etree.fromstring(flask.request.data)  # open: version
    etree.iterparse(flask.request.files["dump"])  # fail: default

# file: sax-old.py
# python: =3.7.0
import xml.sax
from xml.dom import pulldom
from xml.sax import parseString

import flask


def feed(handler):
    xml.sax.parseString(flask.request.data, handler)  # fail: sax
    parseString(string=flask.request.form["feed"], handler=handler)  # fail: sax
    return pulldom.parse(flask.request.stream)  # fail: sax


# file: sax-perhaps.py
# python: 2.7
import xml.sax

import flask


def feed(handler):
    xml.sax.parseString(flask.request.data, handler)  # open: perhaps-sax


# file: sax-new.py
# python: =3.7.1
import xml.sax

import flask


def feed(handler):
    xml.sax.parseString(flask.request.data, handler)  # nothing: kept off
