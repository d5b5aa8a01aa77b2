# truth: hostile
# twin: re-exported-function-safe

import os

import flask
from tools import prepare


def view():
    os.system("figlet " + prepare(flask.request.args["text"]))  # sink
