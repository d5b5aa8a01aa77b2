# truth: safe
# twin: bottle-route-hostile.py
# not-run: needs bottle

import os

from bottle import request, route


@route("/say/<text:int>")
def say(text):
    os.system(f"espeak {text}")  # sink
    return {"said": text, "agent": request.get_header("User-Agent")}
