# truth: safe
# twin: hmac-same-bytes-hostile.py
# payloads: [hmac.new(b"kept elsewhere", pickle.dumps(1), "sha256").digest() + pickle.dumps(1), bytes(32) + PICKLE]
import hmac
import pickle

import flask

KEY = flask.current_app.config.setdefault("KEY", b"kept elsewhere")


def view():
    blob = flask.request.get_data()
    signature, payload = blob[:32], blob[32:]
    expected = hmac.new(KEY, payload, "sha256").digest()
    if not hmac.compare_digest(signature, expected):
        flask.abort(403)
    return pickle.loads(payload)  # sink
