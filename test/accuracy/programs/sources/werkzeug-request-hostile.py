# truth: hostile
# twin: werkzeug-request-safe.py
# entry: application({}, None)

import os

from werkzeug.wrappers import Request, Response


@Request.application
def application(request):
    name = request.args.get("name", "world")
    os.system(f"banner {name}")  # sink
    return Response("hello " + name)
