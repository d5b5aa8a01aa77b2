# truth: safe
# twin: pool-submits-subprocess-hostile.py

import subprocess
from concurrent.futures import ThreadPoolExecutor

import flask


def view():
    name = flask.request.args["name"]
    with ThreadPoolExecutor() as pool:
        pool.submit(subprocess.run, ["tar", "c", name], shell=False)  # sink
