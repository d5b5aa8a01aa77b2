# truth: safe
# twin: loop-literal-break-hostile.py
import os

from flask import request


def view():
    command = "true"
    for name, tool in (("a", "uptime"), ("b", "df " + request.args["disk"]), ("c", "free")):
        command = tool
        if name == "a":
            break
    os.system(command)  # sink
