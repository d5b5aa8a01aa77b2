# truth: hostile
# twin: urlencoded-query-safe.py

import os
from urllib.parse import urlencode

import flask


def view():
    q = flask.request.args["q"]
    query = "q=" + q
    os.system("curl https://search.example.org/?" + query)  # sink
