# truth: safe
# twin: realpath-startswith-hostile.py
# rule: xml/document-named-by-input
import os
import xml.etree.ElementTree as ET

import flask

BASE = "/srv/feeds"


def view():
    path = os.path.join(BASE, flask.request.args["feed"])
    path = real = os.path.realpath(path)
    if not real.startswith(BASE + os.sep):
        flask.abort(403)
    return ET.parse(path).getroot().tag  # sink
