# truth: hostile
# twin: json-round-trip-safe.py
import json
import os

import flask


def view():
    packed = json.dumps({"name": flask.request.args["name"], "kind": "user"})
    record = json.loads(packed)
    os.system("adduser " + record["name"])  # sink
