# truth: safe
# twin: zip-member-hostile.py
# entry: (zipfile.ZipFile("in.zip", "w").writestr("state.bin", flask.request.get_data() or b"N."), load("in.zip"))

import pickle
import zipfile


def load(path):
    with zipfile.ZipFile(path) as archive:
        content = archive.read("state.bin")
    return repr(pickle.loads(pickle.dumps(len(content))))  # sink
