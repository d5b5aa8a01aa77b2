# truth: hostile
# twin: match-nested-mapping-safe.py

import os

from flask import request


def pick(message):
    match message:
        case {"kind": "print", "options": {"printer": str() as printer}}:
            return printer
        case {"kind": "log", **rest}:
            return "log"
    return "none"


def view():
    message = {"kind": "print", "options": {"printer": request.args["printer"]}}
    os.system("lp -d " + pick(message) + " /srv/page.ps")  # sink
