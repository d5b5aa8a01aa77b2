# truth: safe
# twin: tuple-unpacking-hostile.py
import os

import flask


def view():
    record = ("alice", flask.request.args["shell"], "/home/alice")
    user, shell, home = record
    os.system("usermod " + user + " --home " + home)  # sink
