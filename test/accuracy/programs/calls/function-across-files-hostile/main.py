# truth: hostile
# twin: function-across-files-safe

import flask

from console import commands


def view():
    name = flask.request.args["name"]
    commands.finger(name, verbose=True)
