# truth: safe
# twin: float-conversion-hostile.py
import subprocess

import flask


def view():
    seconds = flask.request.form.get("seconds", "1")
    delay = float(seconds or 1.0)
    subprocess.call(f"sleep {delay}", shell=True)  # sink
