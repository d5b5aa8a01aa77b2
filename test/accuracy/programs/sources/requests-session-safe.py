# truth: safe
# twin: requests-session-hostile.py
# entry: load("model.bin")

import pickle

import requests

session = requests.Session()


def load(name):
    response = session.get(f"https://models.example.org/{name}", timeout=30)
    response.raise_for_status()
    return pickle.loads(pickle.dumps(response.status_code))  # sink
