# truth: safe
# twin: app-shared-defaults-hostile

import flask

from converter import Converter
from options import options_for


def view():
    own = options_for("picture")
    own["size"] = flask.request.form["size"]
    Converter(options_for("picture")).run("logo.png")
    return str(len(own))
