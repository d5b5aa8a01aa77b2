# truth: safe
# twin: google-function-hostile.py
# entry: resize(flask.request)
# payloads: [{"name": a, "width": "80"} for a in shell_attacks]

import os

import functions_framework


@functions_framework.http
def resize(request):
    document = request.get_json(silent=True) or {}
    width = int(document.get("width", 100))
    os.system(f"convert in.png -resize {width} {'out.png'}")  # sink
    return "ok"
