# truth: hostile
# twin: match-or-safe.py
import os

from flask import request

SUFFIX = ".yml"


def view():
    file = request.args["file"]
    match SUFFIX:
        case ".yaml" | ".yml":
            command = f"yamllint {file}"
        case ".toml" | ".ini":
            command = "taplo check"
        case _:
            command = "true"
    return os.popen(command).read()  # sink
