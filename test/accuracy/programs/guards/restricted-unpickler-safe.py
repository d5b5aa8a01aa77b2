# truth: safe
# twin: restricted-unpickler-hostile.py
# payloads: [pickle.dumps(1)]
import io
import pickle

import flask

ALLOWED = {("collections", "OrderedDict"), ("datetime", "date")}


class Unpickler(pickle.Unpickler):
    def find_class(self, module, name):
        if (module, name) not in ALLOWED:
            raise pickle.UnpicklingError(f"{module}.{name}")
        return super().find_class(module, name)


def view():
    return Unpickler(io.BytesIO(flask.request.get_data())).load()  # sink
