"""What is kept between requests."""

import io
import os
import pickle
import shelve
import tempfile

from flask import request

HERE = os.path.dirname(__file__)
REBUILT = frozenset({("toolshed.tools", "Tool"), ("datetime", "date")})


def recent_searches():
    """Any program on the machine can write there."""
    with shelve.open("/tmp/toolshed-searches") as searches:
        return list(searches.values())


def member_notes():
    """The visitor says which shelf is read."""
    with shelve.open(request.args["shelf"]) as notes:
        return notes["text"]


def opening_hours():
    with shelve.open(os.path.join(HERE, "opening-hours"), flag="r") as hours:
        return dict(hours)


def statistics(path):
    with shelve.open(path, flag="r") as numbers:
        return dict(numbers)


class ToolUnpickler(pickle.Unpickler):
    """Rebuilds tools and nothing else."""

    def find_class(self, module, name):
        if (module, name) not in REBUILT:
            raise pickle.UnpicklingError(f"{module}.{name} is not a tool")
        return super().find_class(module, name)


class AnyToolUnpickler(pickle.Unpickler):
    """A filter that anything passes which starts with the right letters."""

    def find_class(self, module, name):
        if module.startswith("toolshed"):
            return super().find_class(module, name)
        raise pickle.UnpicklingError(name)


def upload_inventory():
    return ToolUnpickler(io.BytesIO(request.get_data())).load()


def load_snapshot(path):
    """Where snapshots come from depends on the caller."""
    with open(path, "rb") as stream:
        return pickle.load(stream)


def scratch():
    """Private to the process, and gone when it ends."""
    folder = tempfile.mkdtemp(prefix="toolshed-")
    with open(os.path.join(folder, "draft.pickle"), "wb") as stream:
        pickle.dump({}, stream)
    return folder
