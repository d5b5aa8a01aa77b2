# truth: safe
# twin: signal-handler-hostile.py
# entry: (view(), signal.getsignal(signal.SIGTERM)(signal.SIGTERM, None))

import os
import signal

import flask

current = {"file": "none"}


def stop(number, frame):
    os.system("rm -f " + current["file"])  # sink


signal.signal(signal.SIGTERM, stop)


def view():
    current["title"] = flask.request.args["file"]
