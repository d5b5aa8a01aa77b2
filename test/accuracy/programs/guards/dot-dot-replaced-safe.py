# truth: safe
# twin: dot-dot-replaced-hostile.py
# rule: xml/document-named-by-input
import os
import xml.etree.ElementTree as ET

import flask


def view():
    name = flask.request.args["name"]
    name = os.path.basename(name)
    return ET.parse("/srv/feeds/" + name + ".xml").getroot().tag  # sink
