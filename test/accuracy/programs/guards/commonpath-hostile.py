# truth: hostile
# twin: commonpath-safe.py
# rule: xml/document-named-by-input
# payloads: ["../feeds-owned/a.xml", "a.xml"]
import os
import xml.etree.ElementTree as ET

import flask

BASE = "/srv/feeds"


def view():
    path = os.path.join(BASE, flask.request.args["feed"])
    if os.path.commonprefix([BASE, path]) != BASE:
        raise PermissionError(path)
    return ET.parse(path).getroot().tag  # sink
