"""Catalogues of other tool libraries, as XML."""

import io
import xml.etree.ElementTree as ET
import xml.sax
import xml.sax.handler
from xmlrpc.client import ServerProxy
from xmlrpc.server import SimpleXMLRPCServer

import defusedxml.ElementTree
from flask import request


class Titles(xml.sax.handler.ContentHandler):
    def __init__(self):
        super().__init__()
        self.titles = []

    def startElement(self, name, attrs):
        if name == "tool":
            self.titles.append(attrs.get("title"))


def read_partner_catalogue():
    """Lets the document pull in other files and addresses."""
    titles = Titles()
    parser = xml.sax.make_parser()
    parser.setFeature(xml.sax.handler.feature_external_ges, True)
    parser.setContentHandler(titles)
    parser.parse(io.BytesIO(request.get_data()))
    return titles.titles


def read_catalogue_closed():
    titles = Titles()
    parser = xml.sax.make_parser()
    parser.setFeature(xml.sax.handler.feature_external_ges, False)
    parser.setContentHandler(titles)
    parser.parse(io.BytesIO(request.get_data()))
    return titles.titles


def read_catalogue_flexibly(trusting):
    parser = xml.sax.make_parser()
    parser.setFeature(xml.sax.handler.feature_external_ges, trusting)
    return parser


def titles_of_upload():
    return [tool.get("title") for tool in ET.fromstring(request.get_data()).iter("tool")]


def titles_of_upload_defused():
    return [tool.get("title") for tool in defusedxml.ElementTree.fromstring(request.get_data()).iter("tool")]


def titles_of(path):
    return [tool.get("title") for tool in ET.parse(path).iter("tool")]


def serve_catalogue(catalogue):
    """Dotted names reach everything that the object reaches."""
    server = SimpleXMLRPCServer(("127.0.0.1", 9001))
    server.register_instance(catalogue, allow_dotted_names=True)
    server.serve_forever()


def partner(address):
    return ServerProxy(address)
