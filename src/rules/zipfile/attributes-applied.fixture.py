import os
import zipfile
from pathlib import Path
from zipfile import ZipFile

import flask


def modes():
    with zipfile.ZipFile(flask.request.files["archive"]) as archive:
        for info in archive.infolist():
            path = archive.extract(info, "/srv/uploads")
            os.chmod(path, info.external_attr >> 16)  # fail: mode
            #              ^^^^^^^^^^^^^^^^^^^^^^^^
            mode = info.external_attr >> 16
            Path("/srv/uploads/x").chmod(mode)  # fail: mode
            os.chmod(path, archive.getinfo("run.sh").external_attr >> 16)  # fail: mode


def links():
    archive = ZipFile(flask.request.files["archive"])
    os.symlink(archive.read("link"), "/srv/uploads/link")  # fail: link


def handed_in(archive: ZipFile):
    for info in archive.infolist():
        os.chmod("/srv/x", info.external_attr >> 16)  # open: unknown


def own():
    os.chmod("/srv/x", 0o644)  # nothing: constant
    os.symlink("/srv/x", "/srv/y")  # nothing: constant
    with ZipFile(flask.request.files["archive"]) as archive:
        for info in archive.infolist():
            print(oct(info.external_attr >> 16))  # nothing: only shown


class Lamp:
    external_attr = 0


def unrelated(lamp: Lamp):
    os.chmod("/srv/x", lamp.external_attr)  # nothing: no archive
