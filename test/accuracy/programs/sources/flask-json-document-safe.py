# truth: safe
# twin: flask-json-document-hostile.py
# payloads: [{"user": {"name": a}, "limit": 7} for a in shell_attacks]

import subprocess

import flask


def view():
    document = flask.request.get_json()
    name = document["user"]["name"]
    limit = int(document["limit"])
    return subprocess.run(f"last -n {limit}", shell=True, capture_output=True)  # sink
