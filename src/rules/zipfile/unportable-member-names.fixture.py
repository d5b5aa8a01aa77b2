# file: windows.py
import msvcrt
import re
import zipfile
from pathlib import PureWindowsPath
from zipfile import ZipFile

import flask

KNOWN = ("manifest.json", "data.csv")


def unpack():
    zipfile.ZipFile(flask.request.files["archive"]).extractall("out")  # fail: windows
    #^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^


def unpack_each():
    with ZipFile(flask.request.files["archive"]) as archive:
        for info in archive.infolist():
            archive.extract(member=info, path="out")  # fail: windows


class Installer:
    def install(self):
        self.archive = ZipFile(file=flask.request.files["archive"])
        return self.archive.extractall(path="out", members=self.archive.namelist())  # fail: windows


def pattern():
    archive = ZipFile(flask.request.files["archive"])
    for name in archive.namelist():
        if re.fullmatch(r"[a-z0-9_.-]{1,64}", name) is None:
            raise ValueError(name)
    archive.extractall("out")  # pass: the names of the members are checked before


def known():
    archive = ZipFile(flask.request.files["archive"])
    for info in archive.infolist():
        if info.filename in KNOWN:
            archive.extract(info, "out")  # pass: the names of the members are checked before


def reserved():
    archive = ZipFile(flask.request.files["archive"])
    for info in archive.infolist():
        if PureWindowsPath(info.filename).is_reserved():
            continue
        archive.extract(info, "out")  # pass: the names of the members are checked before


# file: anywhere.py
import zipfile

import flask


def unpack():
    zipfile.ZipFile(flask.request.files["archive"]).extractall("out")  # open: unknown


def length():
    archive = zipfile.ZipFile(flask.request.files["archive"])
    for name in archive.namelist():
        if len(name) > 100:
            raise ValueError(name)
    archive.extractall("out")  # pass: the names of the members are checked before


def handed_in(path):
    zipfile.ZipFile(path).extractall("out")  # nothing: where it comes from is not known
