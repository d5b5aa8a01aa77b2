# truth: safe
# twin: match-mapping-hostile.py
import os

import flask


def view():
    job = {"kind": "resize", "size": flask.request.args["size"], "target": "out.png"}
    match job:
        case {"kind": "rotate", "angle": angle}:
            os.system("rotate 90")
        case {"kind": "resize", "target": value}:
            os.system("convert in.png " + value)  # sink
