# truth: hostile
# twin: globals-across-files-safe

import flask

import settings
import tasks


def view():
    settings.mirror = flask.request.args["mirror"]
    tasks.update()
