# truth: safe
# twin: match-or-hostile.py
import os

from flask import request

SUFFIX = ".toml"


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
