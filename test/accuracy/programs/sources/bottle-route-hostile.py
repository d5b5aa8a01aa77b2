# truth: hostile
# twin: bottle-route-safe.py
# not-run: needs bottle

import os

from bottle import request, route


@route("/say/<text>")
def say(text):
    os.system(f"espeak {text}")  # sink
    return {"said": text, "agent": request.get_header("User-Agent")}
