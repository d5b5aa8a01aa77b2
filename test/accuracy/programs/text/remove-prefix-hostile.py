# truth: hostile
# twin: remove-prefix-safe.py
import os

import flask


def view():
    ref = "refs/heads/" + flask.request.args["branch"]
    os.system("git switch " + ref.removeprefix("refs/heads/"))  # sink
    return flask.request.args.get("branch")
