# truth: hostile
# twin: float-conversion-safe.py
import subprocess

import flask


def view():
    seconds = flask.request.form.get("seconds", "1")
    delay = seconds or 1.0
    subprocess.call(f"sleep {delay}", shell=True)  # sink
