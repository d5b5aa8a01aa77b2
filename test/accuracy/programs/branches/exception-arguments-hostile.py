# truth: hostile
# twin: exception-arguments-safe.py

import os

from flask import request


class Unknown(LookupError):
    def __init__(self, message, name):
        super().__init__(message, name)


def find(name):
    raise Unknown("no such service", name)


def view():
    name = request.args["service"]
    try:
        find(name)
    except LookupError as error:
        os.system("logger '" + error.args[1] + "'")  # sink
