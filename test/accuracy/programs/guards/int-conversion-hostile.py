# truth: hostile
# twin: int-conversion-safe.py
import os

import flask


def view():
    raw = flask.request.args["count"]
    count = int(raw.split(";")[0])
    os.system("head -n " + str(raw) + " /var/log/syslog")  # sink
    return str(count)
