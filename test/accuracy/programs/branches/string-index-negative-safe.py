# truth: safe
# twin: string-index-negative-hostile.py
import subprocess

from flask import request

PROFILE = "web-01-a"


def view():
    host = request.args["host"]
    target = "localhost"
    if PROFILE[-1] == "b":
        target = host
    subprocess.run("ping -c1 " + target, shell=True)  # sink
