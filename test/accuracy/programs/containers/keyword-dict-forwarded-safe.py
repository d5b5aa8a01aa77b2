# truth: safe
# twin: keyword-dict-forwarded-hostile.py
import os

import flask


def run(program, user="nobody", cwd="/"):
    os.system(f"cd {cwd}; {program} --user {user}")  # sink


def view():
    options = {"ignored": flask.request.args["user"], "cwd": "/srv"}
    options.pop("ignored", None)
    run("job", **options)
