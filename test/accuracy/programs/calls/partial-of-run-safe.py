# truth: safe
# twin: partial-of-run-hostile.py

import functools
import subprocess

import flask

sh = functools.partial(subprocess.run, shell=True, check=False)


def view():
    sh("du /srv")  # sink
