# truth: safe
# twin: http-client-response-hostile.py
# not-run: needs a network

import http.client
import pickle


def fetch():
    connection = http.client.HTTPSConnection("models.example.org", timeout=10)
    connection.request("GET", "/model.bin")
    response = connection.getresponse()
    body = response.read()
    return pickle.loads(b"I%d\n." % response.status)  # sink
