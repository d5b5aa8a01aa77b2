# truth: safe
# twin: commonpath-hostile.py
# rule: xml/document-named-by-input
# payloads: ["../feeds-owned/a.xml", "a.xml"]
import os
import xml.etree.ElementTree as ET

import flask

BASE = "/srv/feeds"


def view():
    path = os.path.abspath(os.path.join(BASE, flask.request.args["feed"]))
    if os.path.commonpath([BASE, path]) != BASE:
        raise PermissionError(path)
    return ET.parse(path).getroot().tag  # sink
