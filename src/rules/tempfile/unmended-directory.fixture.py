# file: old.py
# python: =3.11.7
import tempfile
from tempfile import TemporaryDirectory, mkdtemp as make


def work():
    with tempfile.TemporaryDirectory() as folder:  # fail: removal
    #    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        return folder


def work_by_hand():
    folder = TemporaryDirectory(prefix="app-", ignore_cleanup_errors=True)  # fail: removal
    folder.cleanup()
    return make()  # open: access


class Job:
    def __init__(self):
        self.folder = TemporaryDirectory(delete=True)  # fail: removal


# file: half-mended.py
# python: =3.11.8
import tempfile


def work():
    with tempfile.TemporaryDirectory() as folder:  # open: access
        return folder


# file: mended.py
# python: =3.11.10
import tempfile
from tempfile import TemporaryDirectory, mkdtemp


def work():
    with tempfile.TemporaryDirectory() as folder:  # pass: every Python that the project may run on makes and removes temporary directories safely
        return folder


def work_too():
    return TemporaryDirectory(dir="/srv")  # pass: every Python that the project may run on makes and removes temporary directories safely


def make():
    return mkdtemp(suffix="-app")  # pass: every Python that the project may run on makes and removes temporary directories safely


# file: kept.py
# python: =3.12.1
import tempfile


def work():
    with tempfile.TemporaryDirectory(delete=False) as folder:  # pass: the directory is not removed by this object
        return folder


# file: perhaps.py
# python: 3.11.4
import tempfile


def work():
    return tempfile.TemporaryDirectory()  # open: perhaps-removal


# file: never.py
# python: =3.7.17
import tempfile


def work():
    return tempfile.TemporaryDirectory()  # fail: removal


# file: unnamed.py
# python: 3.9
import tempfile


def work():
    return tempfile.TemporaryDirectory()  # nothing: no patch release is named


# file: new.py
# python: 3.13
import tempfile


def work():
    return tempfile.TemporaryDirectory()  # pass: every Python that the project may run on makes and removes temporary directories safely
