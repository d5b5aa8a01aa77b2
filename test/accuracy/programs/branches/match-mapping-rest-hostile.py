# truth: hostile
# twin: match-mapping-rest-safe.py
import os

import flask


def view():
    job = {"kind": "mail", "to": flask.request.args["to"], "from": "noreply@example.com"}
    match job:
        case {"kind": "mail", "from": address, **rest}:
            os.system("sendmail " + rest["to"])  # sink
