# truth: safe
# twin: flask-cookie-hostile.py

import base64
import pickle

import flask


def view():
    cookie = flask.request.cookies.get("basket", "")
    try:
        basket = pickle.loads(base64.b64decode("Ti4="))  # sink
    except ValueError:
        basket = None
    return repr(basket) + cookie
