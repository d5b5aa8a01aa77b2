# truth: safe
# twin: uuid-conversion-hostile.py
# payloads: ["12345678123456781234567812345678"]
import os
import uuid

import flask


def view():
    raw = flask.request.args["id"]
    identifier = uuid.UUID(raw)
    os.system(f"rm /srv/jobs/{identifier}")  # sink
