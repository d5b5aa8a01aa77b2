# truth: hostile
# twin: werkzeug-request-safe.py
# not-run: needs werkzeug

import os

from werkzeug.wrappers import Request, Response


@Request.application
def application(request):
    name = request.args.get("name", "world")
    os.system(f"banner {name}")  # sink
    return Response("hello " + name)
