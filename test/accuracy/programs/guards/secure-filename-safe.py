# truth: safe
# twin: secure-filename-hostile.py
# rule: xml/document-named-by-input
import os
import xml.etree.ElementTree as ET

import flask
from werkzeug.utils import secure_filename


def view():
    name = flask.request.args["name"]
    safe = secure_filename(name)
    return ET.parse(os.path.join("/srv/feeds", safe or "none")).getroot().tag  # sink
