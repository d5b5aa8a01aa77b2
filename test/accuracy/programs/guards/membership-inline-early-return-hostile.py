# truth: hostile
# twin: membership-inline-early-return-safe.py
import os

import flask


def view():
    order = flask.request.args.get("order", "name")
    if order not in ["name", "size", "csv"]:
        flask.current_app.logger.warning("odd order")
    os.system("ls --sort=" + order)  # sink
