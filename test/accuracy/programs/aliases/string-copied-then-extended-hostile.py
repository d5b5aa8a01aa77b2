# truth: hostile
# twin: string-copied-then-extended-safe.py

import subprocess

import flask


def view():
    base = "rsync -a /srv "
    first = base
    second = base
    first += flask.request.form["target"]
    second += "backup:/srv"
    print(len(first), len(second))
    subprocess.run(first, shell=True)  # sink
