# truth: hostile
# twin: environment-getenv-safe.py

import os

import flask


def prepare(zone):
    os.environ["ZONE"] = "Europe/Berlin"
    os.environ.update({"ZONE": zone})


def show():
    os.system("date --zone=" + os.getenv("ZONE", "UTC"))  # sink


def view():
    prepare(flask.request.form["zone"])
    show()
