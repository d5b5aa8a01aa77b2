# truth: hostile
# twin: keyword-dict-forwarded-safe.py
import os

import flask


def run(program, user="nobody", cwd="/"):
    os.system(f"cd {cwd}; {program} --user {user}")  # sink


def view():
    options = {"user": flask.request.args["user"], "cwd": "/srv"}
    options.pop("ignored", None)
    run("job", **options)
