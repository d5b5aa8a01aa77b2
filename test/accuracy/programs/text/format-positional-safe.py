# truth: safe
# twin: format-positional-hostile.py
import os

import flask


def view():
    template = "convert {0} -resize {1} {0}.png"
    os.system(template.format("in.jpg", "50%"))  # sink
    return flask.request.args.get("file")
