# truth: safe
# twin: membership-in-dict-hostile.py
import os

from flask import request

FEATURES = {"search": True, "upload": True}


def view():
    term = request.args.get("term", "")
    query = "*"
    if "replace" in FEATURES:
        query = term
    os.system(f"locate {query}")  # sink
