# truth: safe
# twin: context-variable-reset-hostile.py

import contextvars
import subprocess

import flask

folder = contextvars.ContextVar("folder", default="/srv")


def view():
    token = folder.set(flask.request.args["folder"])
    print(token)
    folder.reset(token)
    subprocess.run("ls " + folder.get(), shell=True)  # sink
