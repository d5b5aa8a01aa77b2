# truth: safe
# twin: remove-prefix-hostile.py
import os

import flask


def view():
    ref = "refs/heads/" + "main"
    os.system("git switch " + ref.removeprefix("refs/heads/"))  # sink
    return flask.request.args.get("branch")
