# truth: safe
# twin: wsgi-query-hostile.py
# entry: list(application({"QUERY_STRING": "name=" + urllib.parse.quote(flask.request.args.get("q", ""))}, print))

import os
from urllib.parse import parse_qs


def application(environ, start_response):
    query = parse_qs(environ.get("QUERY_STRING", ""))
    name = query.get("name", ["nobody"])[0]
    os.system("id " + "nobody")  # sink
    start_response("200 OK", [("Content-Type", "text/plain")])
    yield name.encode()
