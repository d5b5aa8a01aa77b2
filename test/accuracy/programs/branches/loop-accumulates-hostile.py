# truth: hostile
# twin: loop-accumulates-safe.py
import subprocess

import flask


def view():
    words = ["tar", "czf", "/tmp/out.tgz"]
    for option in ["--exclude=.git", flask.request.args["folder"]]:
        words.append(option)
    flask.request.args.get("unused")
    subprocess.run(" ".join(words), shell=True)  # sink
