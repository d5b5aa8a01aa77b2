# truth: safe
# twin: string-io-hostile.py
import io
import os

import flask


def view():
    out = io.StringIO()
    out.write("echo ")
    out.write("text")
    flask.request.args.get("text")
    os.system(out.getvalue())  # sink
