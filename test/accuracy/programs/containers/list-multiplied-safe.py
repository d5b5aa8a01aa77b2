# truth: safe
# twin: list-multiplied-hostile.py
import os

import flask


def view():
    marks = ["-"] * 3
    flask.request.args.get("mark")
    os.system("banner " + "".join(marks))  # sink
