# truth: hostile
# twin: regex-fills-template-safe.py

import os
import re

import flask


def view():
    values = {"user": "nobody", "note": flask.request.form["note"]}
    template = "su {note} -c true"
    os.system(re.sub(r"\{(\w+)\}", lambda found: values[found.group(1)], template))  # sink
