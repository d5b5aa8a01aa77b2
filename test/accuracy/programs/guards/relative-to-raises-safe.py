# truth: safe
# twin: relative-to-raises-hostile.py
# rule: xml/document-named-by-input
import xml.etree.ElementTree as ET
from pathlib import Path

import flask

BASE = Path("/srv/feeds").resolve()


def view():
    path = (BASE / flask.request.args["feed"]).resolve()
    try:
        path.relative_to(BASE)
    except ValueError:
        flask.abort(404)
    return ET.parse(str(path)).getroot().tag  # sink
