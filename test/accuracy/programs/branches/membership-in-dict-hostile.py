# truth: hostile
# twin: membership-in-dict-safe.py
import os

from flask import request

FEATURES = {"search": True, "upload": True}


def view():
    term = request.args.get("term", "")
    query = "*"
    if "search" in FEATURES:
        query = term
    os.system(f"locate {query}")  # sink
