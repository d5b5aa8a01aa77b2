# truth: hostile
# twin: plugin-table-in-other-file-safe
import os

import flask

from plugins import command_for


def view():
    os.system(command_for("viewer", flask.request.args["file"]))  # sink
