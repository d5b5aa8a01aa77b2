# truth: safe
# twin: match-literal-hostile.py
import os

import flask

BACKEND = "postgres"


def view():
    name = flask.request.args["name"]
    match BACKEND:
        case "postgres":
            dump = "pg_dump main"
        case "sqlite":
            dump = "sqlite3 " + name + " .dump"
        case _:
            dump = "true"
    os.system(dump)  # sink
