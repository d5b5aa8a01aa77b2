# truth: hostile
# twin: format-positional-safe.py
import os

import flask


def view():
    template = "convert {0} -resize {1} {0}.png"
    os.system(template.format(flask.request.args["file"], "50%"))  # sink
    return flask.request.args.get("file")
