# truth: hostile
# twin: startswith-without-separator-safe.py
# rule: xml/document-named-by-input
# payloads: ["../feeds-owned/a.xml", "a.xml"]
import os
import xml.etree.ElementTree as ET

import flask

BASE = "/srv/feeds"


def view():
    path = os.path.realpath(os.path.join(BASE, flask.request.args["feed"]))
    if not path.startswith(BASE):
        flask.abort(403)
    return ET.parse(path).getroot().tag  # sink
