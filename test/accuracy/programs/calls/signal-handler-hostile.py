# truth: hostile
# twin: signal-handler-safe.py
# entry: (view(), signal.getsignal(signal.SIGTERM)(signal.SIGTERM, None))

import os
import signal

import flask

current = {"file": "none"}


def stop(number, frame):
    os.system("rm -f " + current["file"])  # sink


signal.signal(signal.SIGTERM, stop)


def view():
    current["file"] = flask.request.args["file"]
