# truth: safe
# twin: not-none-hostile.py
import subprocess

import flask

PROXY = "http://proxy.local:3128"


def view():
    proxy = flask.request.headers.get("X-Proxy", "direct")
    if PROXY is not None:
        proxy = PROXY
    subprocess.check_call("curl -x " + proxy + " https://updates.example/", shell=True)  # sink
