# truth: hostile
# twin: conditional-expression-nested-safe.py
import os

from flask import request

STAGE = "production"


def view():
    tag = request.args["tag"]
    image = "latest" if STAGE == "development" else tag if STAGE == "production" else "none"
    os.system("docker pull registry.local/app:" + image)  # sink
