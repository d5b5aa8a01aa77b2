# truth: safe
# twin: dict-get-default-hostile.py
import os

import flask


def view():
    settings = {"theme": "dark"}
    settings["language"] = flask.request.args["lang"]
    lang = settings.get("lang", "en")
    os.system("spell -l " + lang)  # sink
