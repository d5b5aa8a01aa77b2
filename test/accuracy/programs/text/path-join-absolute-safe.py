# truth: safe
# twin: path-join-absolute-hostile.py
# rule: xml/document-named-by-input
import os.path
import xml.etree.ElementTree as ET

import flask


def view():
    name = flask.request.args["name"]
    path = os.path.join("/var/lib/app", str(len(name)) + ".xml")
    return ET.parse(path).getroot().tag  # sink
