# truth: hostile
# twin: zip-member-safe.py
# known: missed -- who calls it with which path, and who writes there, is not in the code
# entry: (zipfile.ZipFile("in.zip", "w").writestr("state.bin", flask.request.get_data() or b"N."), load("in.zip"))

import pickle
import zipfile


def load(path):
    with zipfile.ZipFile(path) as archive:
        content = archive.read("state.bin")
    return repr(pickle.loads(content))  # sink
