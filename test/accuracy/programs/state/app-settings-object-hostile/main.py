# truth: hostile
# twin: app-settings-object-safe

import flask

from settings import load, settings
from tools import Compiler


def view():
    load({"compiler": flask.request.form["compiler"], "level": flask.request.form["level"]})
    Compiler(settings).compile("main.c")
    return settings["compiler"]
