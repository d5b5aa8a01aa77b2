# truth: safe
# twin: hmac-result-ignored-hostile.py
# payloads: [hmac.new(b"kept elsewhere", pickle.dumps(1), "sha256").digest() + pickle.dumps(1), bytes(32) + PICKLE]
import hashlib
import hmac
import pickle

import flask

KEY = flask.current_app.config.setdefault("KEY", b"kept elsewhere")


def view():
    blob = flask.request.get_data()
    mac, payload = blob[:32], blob[32:]
    good = hmac.compare_digest(mac, hmac.new(KEY, payload, hashlib.sha256).digest())
    if not good:
        raise ValueError("bad signature")
    return pickle.loads(payload)  # sink
