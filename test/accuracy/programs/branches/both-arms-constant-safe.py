# truth: safe
# twin: both-arms-constant-hostile.py
import os

import flask


def view():
    order = flask.request.args.get("order", "asc")
    if order == "desc":
        flag = "-r"
    elif order == "asc":
        flag = ""
    else:
        flag = "-n"
    os.system("sort " + flag + " /srv/names.txt")  # sink
