# truth: hostile
# twin: url-constant-host-safe.py
# rule: xml/document-named-by-input
import xml.sax

import flask


def view():
    place = flask.request.args["place"]
    address = place + "/feed.xml"
    xml.sax.parse(address, xml.sax.ContentHandler())  # sink
