# truth: safe
# twin: arithmetic-version-hostile.py
import os

from flask import request

MAJOR, MINOR = 3, 2


def view():
    target = "status"
    if MAJOR * 10 + MINOR < 30:
        target = request.args["unit"]
    os.system("systemctl show " + target)  # sink
