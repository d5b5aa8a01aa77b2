# truth: safe
# twin: plugin-table-in-other-file-hostile
import os

import flask

from plugins import command_for


def view():
    os.system(command_for("clock", flask.request.args["file"]))  # sink
