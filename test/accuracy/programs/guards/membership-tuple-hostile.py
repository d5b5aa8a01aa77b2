# truth: hostile
# twin: membership-tuple-safe.py
# payloads: [{"unit": a, "other": "redis"} for a in shell_attacks]
import os

from flask import abort, request

UNITS = ("nginx", "redis", "report")


def view():
    unit = request.args["unit"]
    other = request.args.get("other", "nginx")
    if other not in UNITS:
        abort(404)
    os.system("systemctl restart " + unit)  # sink
