# truth: hostile
# twin: both-arms-constant-safe.py
import os

import flask


def view():
    order = flask.request.args.get("order", "asc")
    if order == "desc":
        flag = "-r"
    elif order == "asc":
        flag = ""
    else:
        flag = order
    os.system("sort " + flag + " /srv/names.txt")  # sink
