# truth: safe
# twin: google-function-hostile.py
# not-run: needs functions_framework

import os

import functions_framework


@functions_framework.http
def resize(request):
    document = request.get_json(silent=True) or {}
    width = int(document.get("width", 100))
    os.system(f"convert in.png -resize {width} {'out.png'}")  # sink
    return "ok"
