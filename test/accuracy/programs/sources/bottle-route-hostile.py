# truth: hostile
# twin: bottle-route-safe.py
# entry: say(flask.request.args.get("q", ""))

import os

from bottle import request, route


@route("/say/<text>")
def say(text):
    os.system(f"espeak {text}")  # sink
    return {"said": text, "agent": request.get_header("User-Agent")}
