# truth: safe
# twin: return-several-hostile.py

import os

import flask


def split_name(path):
    folder, _, file = path.rpartition("/")
    return {"folder": folder, "file": file}, len(path)


def view():
    parts, size = split_name(flask.request.args["path"])
    os.system(f"cut -c {size} list.txt")  # sink
