# truth: hostile
# twin: pickle-file-safe.py
# known: missed -- who calls it with which path, and who writes there, is not in the code
# entry: (open("cache.bin", "wb").write(flask.request.get_data() or b"N."), load("cache.bin"))

import pickle


def load(path):
    with open(path, "rb") as file:
        content = file.read()
    return pickle.loads(content)  # sink
