# truth: hostile
# twin: match-mapping-safe.py
import os

import flask


def view():
    job = {"kind": "resize", "size": flask.request.args["size"], "target": "out.png"}
    match job:
        case {"kind": "rotate", "angle": angle}:
            os.system("rotate 90")
        case {"kind": "resize", "size": value}:
            os.system("convert in.png " + value)  # sink
