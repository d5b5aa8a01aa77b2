# truth: hostile
# twin: partial-keyword-safe.py

import subprocess
from functools import partial

import flask

shell = partial(subprocess.run, shell=True, check=False)


def view():
    what = flask.request.args["what"]
    grep = partial("grep {pattern} {file}".format, file="/var/log/syslog")
    shell(grep(pattern=what))  # sink
