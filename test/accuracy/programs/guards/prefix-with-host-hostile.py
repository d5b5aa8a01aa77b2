# truth: hostile
# twin: prefix-with-host-safe.py
# rule: xml/document-named-by-input
# payloads: ["https://feeds.example@owned.example/", "https://feeds.example/a.xml"]
import xml.sax

import flask

FEEDS = "https://feeds.example"


def view():
    address = flask.request.args["address"]
    if not address.startswith(FEEDS):
        flask.abort(400)
    xml.sax.parse(address, xml.sax.ContentHandler())  # sink
