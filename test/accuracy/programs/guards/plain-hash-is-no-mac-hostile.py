# truth: hostile
# twin: plain-hash-is-no-mac-safe.py
# payloads: [hmac.new(b"kept elsewhere", pickle.dumps(1), "sha256").digest() + pickle.dumps(1)]
# payloads: [hashlib.sha256(PICKLE).digest() + PICKLE]
import hashlib
import hmac
import pickle

import flask

KEY = flask.current_app.config.setdefault("KEY", b"kept elsewhere")


def view():
    blob = flask.request.get_data()
    mac, payload = blob[:32], blob[32:]
    expected = hashlib.sha256(payload).digest()
    if not hmac.compare_digest(mac, expected):
        flask.abort(403)
    return pickle.loads(payload)  # sink
