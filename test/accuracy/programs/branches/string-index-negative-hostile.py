# truth: hostile
# twin: string-index-negative-safe.py
import subprocess

from flask import request

PROFILE = "web-01-b"


def view():
    host = request.args["host"]
    target = "localhost"
    if PROFILE[-1] == "b":
        target = host
    subprocess.run("ping -c1 " + target, shell=True)  # sink
