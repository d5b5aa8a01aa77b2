# truth: safe
# twin: werkzeug-request-hostile.py
# entry: application({}, None)

import subprocess

from werkzeug.wrappers import Request, Response


@Request.application
def application(request):
    name = request.args.get("name", "world")
    subprocess.getoutput(f"banner {request.scheme == 'https'}")  # sink
    return Response("hello " + name)
