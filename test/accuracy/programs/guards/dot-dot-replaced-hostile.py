# truth: hostile
# twin: dot-dot-replaced-safe.py
# rule: xml/document-named-by-input
import os
import xml.etree.ElementTree as ET

import flask


def view():
    name = flask.request.args["name"]
    name = name.replace("../", "")
    return ET.parse("/srv/feeds/" + name + ".xml").getroot().tag  # sink
