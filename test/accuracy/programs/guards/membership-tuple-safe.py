# truth: safe
# twin: membership-tuple-hostile.py
import os

from flask import abort, request

UNITS = ("nginx", "redis", "report")


def view():
    unit = request.args["unit"]
    if unit not in UNITS:
        abort(404)
    os.system("systemctl restart " + unit)  # sink
