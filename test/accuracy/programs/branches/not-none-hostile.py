# truth: hostile
# twin: not-none-safe.py
import subprocess

import flask

PROXY = None


def view():
    proxy = flask.request.headers.get("X-Proxy", "direct")
    if PROXY is not None:
        proxy = PROXY
    subprocess.check_call("curl -x " + proxy + " https://updates.example/", shell=True)  # sink
