# truth: safe
# twin: zip-member-hostile.py

import io
import pickle
import zipfile

import flask


def view():
    archive = zipfile.ZipFile(io.BytesIO(), "w")
    archive.writestr("state.bin", flask.request.get_data() or b"N.")
    archive.writestr("empty.bin", b"N.")
    content = archive.read("empty.bin")
    return repr(pickle.loads(content))  # sink
