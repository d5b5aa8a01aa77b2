import bz2
import gzip
import io
import xml.etree.ElementTree as ET
import xmlrpc.client
import zlib
from xml.dom.minidom import parseString
from xmlrpc.client import ServerProxy, Transport, gzip_decode

import flask


def feed():
    ET.fromstring(gzip.decompress(flask.request.data))  # fail: hostile
    #             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    text = zlib.decompress(flask.request.data, 31)
    parseString(text)  # fail: hostile
    ET.parse(gzip.open(io.BytesIO(flask.request.data)))  # fail: hostile
    with bz2.open(io.BytesIO(flask.request.data)) as document:
        ET.parse(document)  # fail: hostile


def handed_in(data):
    return ET.fromstring(gzip.decompress(data))  # open: unknown


def bounded():
    with gzip.open(io.BytesIO(flask.request.data)) as document:
        ET.fromstring(document.read(1_000_000))  # pass: the decompressed size is bounded before parsing


def plain():
    ET.fromstring(flask.request.data)  # nothing: not compressed
    gzip.decompress(flask.request.data)  # nothing: not parsed
    ET.fromstring(gzip.decompress(b"\x1f\x8b"))  # nothing: constant


def decode(data):
    gzip_decode(data, -1)  # fail: unlimited
    xmlrpc.client.gzip_decode(data, max_decode=-1)  # fail: unlimited
    gzip_decode(data, 1_000_000)  # pass: the decompressed size is bounded before parsing
    gzip_decode(data)  # nothing: limited by default


class Plain(Transport):
    accept_gzip_encoding = False


def clients(url):
    ServerProxy(flask.request.args["server"])  # fail: client
    ServerProxy(flask.request.args["server"], transport=Plain())  # pass: the transport refuses compressed answers
    ServerProxy("https://rpc.example.org/")  # nothing: a fixed server
    ServerProxy(url)  # nothing: the caller's choice


class Loom:
    def fromstring(self, text):
        return text


Loom().fromstring(gzip.decompress(flask.request.data))  # nothing: another method
