# file: old.py
# python: =3.11.7
import shutil
import zipfile
from zipfile import Path, ZipFile

import flask


def unpack():
    zipfile.ZipFile(flask.request.files["archive"]).extractall("out")  # fail: lacks
    #^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^


def read():
    with ZipFile(file=flask.request.files["archive"]) as archive:
        return archive.read("data.csv")  # fail: lacks


class Reader:
    def start(self):
        self.archive = ZipFile(flask.request.files["archive"])
        with self.archive.open("data.csv") as member:  # fail: lacks
            return member.read(100)  # fail: lacks


def paths():
    for child in Path(flask.request.files["archive"]).iterdir():  # fail: lacks
        yield child
    folder = zipfile.Path(flask.request.files["archive"], at="data/")  # fail: lacks
    yield folder.joinpath("data").read_text()
    yield zipfile.Path(root=flask.request.files["archive"]).exists()  # fail: lacks


def by_shutil():
    name = flask.request.args["name"]
    shutil.unpack_archive("/srv/uploads/" + name, "out", format="zip")  # fail: lacks
    shutil.unpack_archive(f"/srv/uploads/{name}.zip", "out")  # fail: lacks
    shutil.unpack_archive(f"/srv/uploads/{name}.tar", "out")  # nothing: no zip


def own():
    ZipFile("words.zip").extractall("out")  # nothing: the program's own


# file: overlap-mended.py
# python: =3.11.10
import zipfile

import flask


def unpack():
    zipfile.ZipFile(flask.request.files["archive"]).extractall("out")  # fail: lacks


def paths():
    return zipfile.Path(flask.request.files["archive"]).exists()  # pass: every Python that the project may run on reads archives without known mistakes


# file: never.py
# python: =3.7.17
import zipfile

import flask


def unpack():
    zipfile.ZipFile(flask.request.files["archive"]).extract("a", "out")  # fail: lacks


# file: bound.py
# python: 3.11.7
import zipfile

import flask


def unpack():
    zipfile.ZipFile(flask.request.files["archive"]).extractall("out")  # open: perhaps


def paths():
    return zipfile.Path(flask.request.files["archive"]).exists()  # open: perhaps


# file: mended.py
# python: =3.11.17
import zipfile
from zipfile import ZipFile

import flask


def unpack():
    zipfile.ZipFile(flask.request.files["archive"]).extractall("out")  # pass: every Python that the project may run on reads archives without known mistakes


def read():
    with ZipFile(flask.request.files["archive"]) as archive:
        with archive.open("data.csv") as member:  # pass: every Python that the project may run on reads archives without known mistakes
            return member.read(100)  # pass: every Python that the project may run on reads archives without known mistakes


# file: unnamed.py
# python: 3.11
import zipfile

import flask


def unpack():
    zipfile.ZipFile(flask.request.files["archive"]).extractall("out")  # nothing: no patch release is named
