# truth: hostile
# twin: http-client-response-safe.py
# entry: (setattr(__import__("main"), "http", type("H", (), {"client": type("C", (), {"HTTPSConnection": lambda *a, **k: type("R", (), {"status": 200, "request": lambda self, *a: None, "getresponse": lambda self: self, "read": lambda self: flask.request.get_data()})()})})), fetch())

import http.client
import pickle


def fetch():
    connection = http.client.HTTPSConnection("models.example.org", timeout=10)
    connection.request("GET", "/model.bin")
    response = connection.getresponse()
    body = response.read()
    return pickle.loads(body)  # sink
