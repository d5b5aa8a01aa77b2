# truth: safe
# twin: value-or-problem-hostile.py

import os

import flask


def checked(name):
    if not name.isalnum():
        return name, "letters and digits only"
    return name, None


def view():
    name, problem = checked(flask.request.args["name"])
    if problem is not None:
        return problem, 400
    os.system("id " + name)  # sink
