# truth: safe
# twin: match-nested-mapping-hostile.py

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
    message = {"kind": "log", "options": {"printer": request.args["printer"]}}
    os.system("lp -d " + pick(message) + " /srv/page.ps")  # sink
