# truth: safe
# twin: string-copied-then-extended-hostile.py

import subprocess

import flask


def view():
    base = "rsync -a /srv "
    first = base
    second = base
    first += flask.request.form["target"]
    second += "backup:/srv"
    print(len(first), len(second))
    subprocess.run(second, shell=True)  # sink
