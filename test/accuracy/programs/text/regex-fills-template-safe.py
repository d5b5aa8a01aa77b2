# truth: safe
# twin: regex-fills-template-hostile.py
# known: false-alarm -- which groups a pattern finds in a constant text is not computed

import os
import re

import flask


def view():
    values = {"user": "nobody", "note": flask.request.form["note"]}
    template = "su {user} -c true"
    os.system(re.sub(r"\{(\w+)\}", lambda found: values[found.group(1)], template))  # sink
