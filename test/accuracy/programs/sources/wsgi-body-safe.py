# truth: safe
# twin: wsgi-body-hostile.py
# entry: application({"wsgi.input": io.BytesIO(flask.request.get_data()), "CONTENT_LENGTH": "4000"}, print)

import io
import pickle


def application(environ, start_response):
    length = int(environ.get("CONTENT_LENGTH") or 0)
    body = environ["wsgi.input"].read(length)
    loaded = pickle.load(io.BytesIO(b"N." if body else b"I1\n."))  # sink
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [repr(loaded).encode()]
