# truth: hostile
# twin: list-multiplied-safe.py
import os

import flask


def view():
    marks = [flask.request.args["mark"]] * 3
    flask.request.args.get("mark")
    os.system("banner " + "".join(marks))  # sink
