# truth: hostile
# twin: relative-parts-safe.py

import xml.etree.ElementTree as ET
from pathlib import PurePosixPath

import flask


def view():
    name = PurePosixPath(flask.request.args["name"])
    if ".." in name.parts:
        flask.abort(400)
    return ET.parse(str(PurePosixPath("/srv/feeds") / name)).getroot().tag  # sink
