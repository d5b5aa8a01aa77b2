# truth: hostile
# twin: comparison-strings-safe.py
import os

from flask import request

EDITION = "community"


def view():
    asked = request.cookies.get("theme", "light")
    if EDITION != "enterprise":
        theme = asked
    else:
        theme = "dark"
    return os.popen("render --theme " + theme).read()  # sink
