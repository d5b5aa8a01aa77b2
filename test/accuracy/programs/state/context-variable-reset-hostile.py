# truth: hostile
# twin: context-variable-reset-safe.py

import contextvars
import os

import flask

folder = contextvars.ContextVar("folder", default="/srv")


def view():
    token = folder.set(flask.request.args["folder"])
    print(token)
    os.system("ls " + folder.get())  # sink
    folder.reset(token)
