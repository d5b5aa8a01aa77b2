# truth: safe
# twin: dict-items-loop-hostile.py
import subprocess

import flask


def view():
    fields = {"title": flask.request.form["title"], "kind": "note"}
    words = []
    for key, value in fields.items():
        if key == "kind":
            words.append(f"--{key}={value}")
    subprocess.run("record " + " ".join(words), shell=True)  # sink
