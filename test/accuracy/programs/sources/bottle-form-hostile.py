# truth: hostile
# twin: bottle-form-safe.py
# not-run: needs bottle

import os

from bottle import post, request


@post("/users")
def add_user():
    name = request.forms.get("name")
    os.system("useradd " + name)  # sink
    return name
