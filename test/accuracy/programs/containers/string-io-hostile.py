# truth: hostile
# twin: string-io-safe.py
import io
import os

import flask


def view():
    out = io.StringIO()
    out.write("echo ")
    out.write(flask.request.args["text"])
    flask.request.args.get("text")
    os.system(out.getvalue())  # sink
