# truth: hostile
# twin: is-relative-to-safe.py
# rule: xml/document-named-by-input
import xml.etree.ElementTree as ET
from pathlib import Path

import flask

BASE = Path("/srv/feeds")


def view():
    path = (BASE / flask.request.args["feed"])
    if not path.is_relative_to(BASE):
        flask.abort(403)
    return ET.parse(path).getroot().tag  # sink
