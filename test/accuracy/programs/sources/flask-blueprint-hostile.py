# truth: hostile
# twin: flask-blueprint-safe.py

import subprocess

from flask import Blueprint, request as incoming

pages = Blueprint("pages", __name__)


@pages.route("/preview", methods=["POST"])
def view():
    title = incoming.values["title"]
    subprocess.check_output(f"render --title {title}", shell=True)  # sink
    return "ok " + title
