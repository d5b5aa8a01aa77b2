# truth: safe
# twin: context-variable-reset-hostile.py

import contextvars
import os

import flask

folder = contextvars.ContextVar("folder", default="/srv")


def view():
    token = folder.set(flask.request.args["folder"])
    print(token)
    folder.reset(token)
    os.system("ls " + folder.get())  # sink
