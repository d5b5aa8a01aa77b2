# truth: safe
# twin: globals-across-files-hostile

import flask

import settings
import tasks


def view():
    settings.note = flask.request.args["mirror"]
    tasks.update()
