# truth: safe
# twin: constant-time-membership-hostile.py
# payloads: [{"token": "report", "extra": "x; owned"}]
import hmac
import os

import flask


def view():
    token = flask.request.args["token"]
    if not hmac.compare_digest(token.encode(), b"report"):
        flask.abort(403)
    os.system("whoami " + token)  # sink
