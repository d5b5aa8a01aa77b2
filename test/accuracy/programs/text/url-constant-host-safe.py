# truth: safe
# twin: url-constant-host-hostile.py
# rule: xml/document-named-by-input
import xml.sax

import flask


def view():
    place = flask.request.args["place"]
    address = "https://feeds.example/" + str(len(place)) + "/feed.xml"
    xml.sax.parse(address, xml.sax.ContentHandler())  # sink
