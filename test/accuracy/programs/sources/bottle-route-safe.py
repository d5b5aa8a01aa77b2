# truth: safe
# twin: bottle-route-hostile.py
# entry: say(7)

import os

from bottle import request, route


@route("/say/<text:int>")
def say(text):
    os.system(f"espeak {text}")  # sink
    return {"said": text, "agent": request.get_header("User-Agent")}
