# truth: safe
# twin: pickle-file-hostile.py
# entry: (open("cache.bin", "wb").write(flask.request.get_data() or b"N."), load("cache.bin"))

import pickle


def load(path):
    with open(path, "rb") as file:
        content = file.read()
    return pickle.loads(pickle.dumps(len(content)))  # sink
