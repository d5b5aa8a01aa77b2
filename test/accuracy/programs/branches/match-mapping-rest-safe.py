# truth: safe
# twin: match-mapping-rest-hostile.py
import os

import flask


def view():
    job = {"kind": "mail", "to": flask.request.args["to"], "from": "noreply@example.com"}
    match job:
        case {"kind": "mail", "to": address, **rest}:
            os.system("sendmail " + rest["from"])  # sink
