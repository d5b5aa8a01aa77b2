# truth: safe
# twin: bottle-form-hostile.py
# entry: add_user()

import os

from bottle import post, request


@post("/users")
def add_user():
    name = request.forms.get("name")
    os.system("useradd " + "guest")  # sink
    return name
