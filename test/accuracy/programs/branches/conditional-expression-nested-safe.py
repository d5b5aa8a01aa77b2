# truth: safe
# twin: conditional-expression-nested-hostile.py
import os

from flask import request

STAGE = "production"


def view():
    tag = request.args["tag"]
    image = "latest" if STAGE == "development" else "none" if STAGE == "production" else tag
    os.system("docker pull registry.local/app:" + image)  # sink
