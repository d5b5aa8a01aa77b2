# truth: safe
# twin: singleton-module-hostile

import flask

from registry import registry
from worker import work


def view():
    registry.set("label", flask.request.form["text"])
    work()
