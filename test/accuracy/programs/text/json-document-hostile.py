# truth: hostile
# twin: json-document-safe.py
# payloads: [{"size": "1; owned"}, {"size": 7}]
import json
import os

import flask


def view():
    record = json.loads(flask.request.get_data())
    value = record["size"]
    os.system("resize " + str(value))  # sink
