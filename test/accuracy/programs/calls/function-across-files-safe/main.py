# truth: safe
# twin: function-across-files-hostile

import flask

from console import commands


def view():
    name = flask.request.args["name"]
    commands.finger("root", verbose=name)
