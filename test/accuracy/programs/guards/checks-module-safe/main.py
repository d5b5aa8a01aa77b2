# truth: safe
# twin: checks-module-hostile
import os

from flask import abort, request

from checks import is_word


def view():
    name = request.args["name"]
    if not is_word(name):
        abort(400)
    os.system("show " + name)  # sink
