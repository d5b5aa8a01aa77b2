# truth: safe
# twin: relative-parts-hostile.py
# known: false-alarm -- a path without .. that is not absolute is not known to stay inside

import xml.etree.ElementTree as ET
from pathlib import PurePosixPath

import flask


def view():
    name = PurePosixPath(flask.request.args["name"])
    if ".." in name.parts  or name.is_absolute():
        flask.abort(400)
    return ET.parse(str(PurePosixPath("/srv/feeds") / name)).getroot().tag  # sink
