# truth: safe
# twin: loop-accumulates-hostile.py
import subprocess

import flask


def view():
    words = ["tar", "czf", "/tmp/out.tgz"]
    for option in ["--exclude=.git", "/srv/www"]:
        words.append(option)
    flask.request.args.get("unused")
    subprocess.run(" ".join(words), shell=True)  # sink
