# truth: hostile
# twin: zip-member-safe.py

import io
import pickle
import zipfile

import flask


def view():
    archive = zipfile.ZipFile(io.BytesIO(), "w")
    archive.writestr("state.bin", flask.request.get_data() or b"N.")
    archive.writestr("empty.bin", b"N.")
    content = archive.read("state.bin")
    return repr(pickle.loads(content))  # sink
