# truth: hostile
# twin: context-variable-reset-safe.py

import contextvars
import subprocess

import flask

folder = contextvars.ContextVar("folder", default="/srv")


def view():
    token = folder.set(flask.request.args["folder"])
    print(token)
    subprocess.run("ls " + folder.get(), shell=True)  # sink
    folder.reset(token)
