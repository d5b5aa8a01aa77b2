# truth: safe
# twin: werkzeug-request-hostile.py
# entry: application({}, None)

import os

from werkzeug.wrappers import Request, Response


@Request.application
def application(request):
    name = request.args.get("name", "world")
    os.system(f"banner {request.scheme == 'https'}")  # sink
    return Response("hello " + name)
