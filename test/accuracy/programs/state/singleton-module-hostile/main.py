# truth: hostile
# twin: singleton-module-safe

import flask

from registry import registry
from worker import work


def view():
    registry.set("command", flask.request.form["text"])
    work()
