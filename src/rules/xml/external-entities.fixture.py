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
    etree.XMLParser()  # nothing: depends on the version of lxml
    etree.iterparse("dump.xml", resolve_entities=True)  # fail: on
    etree.iterparse("dump.xml", resolve_entities=False)  # pass: external entities stay off


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
