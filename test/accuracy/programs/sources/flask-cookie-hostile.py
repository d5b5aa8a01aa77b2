# truth: hostile
# twin: flask-cookie-safe.py

import base64
import pickle

import flask


def view():
    cookie = flask.request.cookies.get("basket", "")
    try:
        basket = pickle.loads(base64.b64decode(cookie))  # sink
    except ValueError:
        basket = None
    return repr(basket) + cookie
