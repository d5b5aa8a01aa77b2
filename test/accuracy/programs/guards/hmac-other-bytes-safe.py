# truth: safe
# twin: hmac-other-bytes-hostile.py
# payloads: [{"X-Name": "x", "X-Mac": hmac.new(b"kept elsewhere", b"x", "sha256").hexdigest(), "(body)": PICKLE}]
# payloads: [{"X-Name": "x", "X-Mac": hmac.new(b"kept elsewhere", b"x", "sha256").hexdigest(), "(body)": PICKLE}, {"X-Mac": hmac.new(b"kept elsewhere", pickle.dumps(1), "sha256").hexdigest(), "(body)": pickle.dumps(1)}]
import hmac
import pickle

import flask

KEY = flask.current_app.config.setdefault("KEY", b"kept elsewhere")


def view():
    payload = flask.request.get_data()
    name = flask.request.headers.get("X-Name", "")
    mac = hmac.new(KEY, payload, "sha256").hexdigest()
    if not hmac.compare_digest(mac, flask.request.headers.get("X-Mac", "")):
        flask.abort(403)
    return pickle.loads(payload)  # sink
