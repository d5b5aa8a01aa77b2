# truth: safe
# twin: int-conversion-hostile.py
import os

import flask


def view():
    raw = flask.request.args["count"]
    count = int(raw)
    os.system("head -n " + str(count) + " /var/log/syslog")  # sink
    return str(count)
