import io
import re
import os
import re
import sys
import xml.dom.minidom
import xml.etree.ElementTree as ET
import xml.sax
from xml.dom import pulldom

import flask
import requests

FEEDS = ("news", "weather")


def named():
    name = flask.request.args["feed"]
    ET.parse("/srv/feeds/" + name)  # fail: file
    #        ^^^^^^^^^^^^^^^^^^^^
    xml.dom.minidom.parse(f"/srv/feeds/{name}.xml")  # fail: file
    pulldom.parse("feeds/" + name)  # fail: address
    xml.sax.parse(f"{name}.xml", xml.sax.ContentHandler())  # fail: address
    ET.parse(os.path.join("/srv/feeds", name))  # fail: file
    ET.ElementTree().parse(sys.argv[1] + ".xml")  # fail: file


def whole():
    xml.sax.parse(flask.request.args["feed"], xml.sax.ContentHandler())  # fail: address


def checked():
    name = flask.request.args["feed"]
    if name not in FEEDS:
        raise ValueError(name)
    ET.parse(name + ".xml")  # nothing: it is one of a few constants


def matched():
    name = flask.request.args["feed"]
    if re.fullmatch(r"[a-z]+", name):
        ET.parse(name + ".xml")  # pass: the name is checked against a fixed set or directory


def contained():
    path = os.path.realpath(os.path.join("/srv/feeds", flask.request.args["feed"]))
    if os.path.commonpath(["/srv/feeds", path]) != "/srv/feeds":
        raise ValueError(path)
    return xml.dom.minidom.parse(file=path)  # pass: the name is checked against a fixed set or directory


def remote():
    feed = flask.request.args["feed"]
    xml.sax.parse("https://feeds.example/" + feed, xml.sax.ContentHandler())  # pass: the address starts with a fixed host
    xml.sax.parse("https://feeds.example" + feed, xml.sax.ContentHandler())  # fail: address
    xml.sax.parse("https://" + feed + "/news", xml.sax.ContentHandler())  # fail: address


def streams(source):
    ET.parse(io.BytesIO(flask.request.data))  # nothing: a stream
    ET.parse(flask.request.files["feed"])  # nothing: a stream
    ET.parse(requests.get("https://example.org/feed", stream=True).raw)  # nothing: a stream
    ET.parse("/srv/feeds/news.xml")  # nothing: constant
    ET.parse(source)  # nothing: not known to be hostile
    ET.fromstring(flask.request.data)  # nothing: the document itself


class Grammar:
    def parse(self, sentence):
        return sentence


Grammar().parse("a " + flask.request.args["word"])  # nothing: another method
