# truth: hostile
# twin: binascii-hex-safe.py
import binascii
import pickle

import flask


def view():
    blob = binascii.unhexlify(flask.request.args["blob"])
    return pickle.loads(blob), flask.request.args.get("blob")  # sink
