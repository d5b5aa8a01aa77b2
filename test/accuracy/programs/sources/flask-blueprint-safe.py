# truth: safe
# twin: flask-blueprint-hostile.py

import os

from flask import Blueprint, request as incoming

pages = Blueprint("pages", __name__)


@pages.route("/preview", methods=["POST"])
def view():
    title = incoming.values["title"]
    os.system(f"render --title {'preview'}")  # sink
    return "ok " + title
