# truth: safe
# twin: environment-getenv-hostile.py

import os

import flask


def prepare(zone):
    os.environ["ZONE"] = "Europe/Berlin"
    os.environ.update({"OLD_ZONE": zone})


def show():
    os.system("date --zone=" + os.getenv("ZONE", "UTC"))  # sink


def view():
    prepare(flask.request.form["zone"])
    show()
