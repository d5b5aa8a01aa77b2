# truth: hostile
# twin: host-allow-list-safe.py
# rule: xml/document-named-by-input
# payloads: ["https://feeds.example/a.xml"]
import xml.sax
from urllib.parse import urlsplit

import flask

HOSTS = {"feeds.example", "news.example"}


def view():
    address = flask.request.args["address"]
    parts = urlsplit(address)
    if parts.scheme != "https" or not parts.hostname:
        flask.abort(400)
    xml.sax.parse(address, xml.sax.ContentHandler())  # sink
