# truth: hostile
# twin: value-or-problem-safe.py

import os

import flask


def checked(name):
    if not name.isalnum():
        return name, "letters and digits only"
    return name, None


def view():
    name, problem = checked(flask.request.args["name"])
    if problem is not None:
        flask.current_app.logger.warning(problem)
    os.system("id " + name)  # sink
