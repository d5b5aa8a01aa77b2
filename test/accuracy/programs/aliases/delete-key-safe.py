# truth: safe
# twin: delete-key-hostile.py

import os

import flask


def view():
    values = {"host": flask.request.args["host"], "port": "22"}
    same = values
    del same["host"]
    os.system("ping -c 1 " + values.get("host", "localhost"))  # sink
