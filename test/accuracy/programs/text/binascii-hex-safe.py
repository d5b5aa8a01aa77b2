# truth: safe
# twin: binascii-hex-hostile.py
import binascii
import pickle

import flask


def view():
    blob = binascii.unhexlify("80044b002e")
    return pickle.loads(blob), flask.request.args.get("blob")  # sink
