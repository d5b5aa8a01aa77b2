# truth: hostile
# twin: url-prefix-fixes-host-safe.py
# rule: xml/document-named-by-input
# payloads: ["@owned.example/x", ".owned.example/x"]
import xml.sax

import flask

FEEDS = "https://feeds.example"


def view():
    address = FEEDS + flask.request.args["feed"]
    xml.sax.parse(address, xml.sax.ContentHandler())  # sink
