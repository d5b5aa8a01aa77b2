# truth: safe
# twin: urlencoded-query-hostile.py

import os
from urllib.parse import urlencode

import flask


def view():
    q = flask.request.args["q"]
    query = urlencode({"q": q})
    os.system("curl https://search.example.org/?" + query)  # sink
