# truth: hostile
# twin: werkzeug-request-safe.py
# entry: application({}, None)

import subprocess

from werkzeug.wrappers import Request, Response


@Request.application
def application(request):
    name = request.args.get("name", "world")
    subprocess.getoutput(f"banner {name}")  # sink
    return Response("hello " + name)
