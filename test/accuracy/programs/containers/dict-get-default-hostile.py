# truth: hostile
# twin: dict-get-default-safe.py
import os

import flask


def view():
    settings = {"theme": "dark"}
    settings["lang"] = flask.request.args["lang"]
    lang = settings.get("lang", "en")
    os.system("spell -l " + lang)  # sink
