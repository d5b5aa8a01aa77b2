# truth: safe
# twin: json-round-trip-hostile.py
import json
import os

import flask


def view():
    packed = json.dumps({"name": flask.request.args["name"], "kind": "user"})
    record = json.loads(packed)
    os.system("adduser " + record["kind"])  # sink
