# truth: safe
# twin: cache-dictionary-hostile.py

import subprocess

import flask

_cache = {}


def command_for(key, build):
    if key not in _cache:
        _cache[key] = build()
    return _cache[key]


def view():
    asked = flask.request.args["asked"]
    command_for("asked", lambda: "nslookup " + asked)
    command_for("fixed", lambda: "nslookup localhost")
    subprocess.run(command_for("fixed", lambda: "true"), shell=True)  # sink
