# truth: hostile
# twin: uuid-conversion-safe.py
# payloads: ["12345678123456781234567812345678"]
import os
import uuid

import flask


def view():
    raw = flask.request.args["id"]
    identifier = raw
    uuid.uuid4()
    os.system(f"rm /srv/jobs/{identifier}")  # sink
