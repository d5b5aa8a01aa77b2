# truth: hostile
# twin: match-literal-safe.py
import os

import flask

BACKEND = "sqlite"


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
