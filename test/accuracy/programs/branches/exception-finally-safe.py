# truth: safe
# twin: exception-finally-hostile.py
import os

import flask


def view():
    name = "first"
    try:
        name = flask.request.args["name"]
        flask.current_app.logger.info("asked for a name")
    finally:
        name = "last"
    os.system("open " + name)  # sink
