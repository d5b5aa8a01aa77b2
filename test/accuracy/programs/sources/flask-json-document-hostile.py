# truth: hostile
# twin: flask-json-document-safe.py
# payloads: [{"user": {"name": a}, "limit": 7} for a in shell_attacks]

import subprocess

import flask


def view():
    document = flask.request.get_json()
    name = document["user"]["name"]
    limit = int(document["limit"])
    return subprocess.run(f"last -n {name}", shell=True, capture_output=True)  # sink
