# truth: safe
# twin: basename-hostile.py
# rule: xml/document-named-by-input
import os
import xml.etree.ElementTree as ET

import flask


def view():
    name = flask.request.args["name"]
    path = "/srv/feeds/" + os.path.basename(name)
    return ET.parse(path).getroot().tag  # sink
