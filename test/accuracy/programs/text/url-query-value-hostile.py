# truth: hostile
# twin: url-query-value-safe.py
import os
from urllib.parse import parse_qs, urlencode

import flask


def view():
    query = urlencode({"user": flask.request.args["user"], "page": "1"})
    fields = parse_qs(query, keep_blank_values=True)
    os.system("list " + fields["user"][0])  # sink
