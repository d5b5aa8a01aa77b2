# truth: safe
# twin: host-suffix-hostile.py
# rule: xml/document-named-by-input
# payloads: ["https://feeds.example.owned.example/", "https://feeds.example/a.xml"]
import xml.sax
from urllib.parse import urlsplit

import flask


def view():
    address = flask.request.args["address"]
    if urlsplit(address).netloc != "feeds.example":
        flask.abort(400)
    xml.sax.parse(address, xml.sax.ContentHandler())  # sink
