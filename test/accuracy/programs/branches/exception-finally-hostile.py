# truth: hostile
# twin: exception-finally-safe.py
import os

import flask


def view():
    name = "first"
    try:
        name = flask.request.args["name"]
        flask.current_app.logger.info("asked for a name")
    finally:
        done = "last"
    os.system("open " + name)  # sink
