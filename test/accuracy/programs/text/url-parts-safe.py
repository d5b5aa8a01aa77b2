# truth: safe
# twin: url-parts-hostile.py
import subprocess
from urllib.parse import urlsplit

import flask


def view():
    address = "https://mirror.example/" + flask.request.args["path"]
    parts = urlsplit(address)
    subprocess.run("mirror " + parts.scheme, shell=True)  # sink
