# truth: hostile
# twin: hmac-other-bytes-safe.py
# not-run: body and headers differ, and a payload is one text for both
import hmac
import pickle

import flask

KEY = flask.current_app.config.setdefault("KEY", b"kept elsewhere")


def view():
    payload = flask.request.get_data()
    name = flask.request.headers.get("X-Name", "")
    mac = hmac.new(KEY, name.encode(), "sha256").hexdigest()
    if not hmac.compare_digest(mac, flask.request.headers.get("X-Mac", "")):
        flask.abort(403)
    return pickle.loads(payload)  # sink
