import io
import os
import shutil
import zipfile
from zipfile import ZipFile

import flask

MAX_DEPTH = 3


def unpack(file):
    with zipfile.ZipFile(file) as archive:  # fail: hostile
    #    ^^^^^^^^^^^^^^^^^^^^^
        for name in archive.namelist():
            if name.endswith(".zip"):
                unpack(io.BytesIO(archive.read(name)))


def to_disk(path, target):
    ZipFile(path).extractall(target)  # fail: hostile
    for name in os.listdir(target):
        if zipfile.is_zipfile(os.path.join(target, name)):
            to_disk(os.path.join(target, name), os.path.join(target, name + ".d"))


class Unpacker:
    def unpack(self, upload):
        archive = ZipFile(file=upload)  # fail: hostile
        for info in archive.infolist():
            if info.filename.endswith(".zip"):
                self.unpack(archive.open(info))


def any_kind(path, target):
    shutil.unpack_archive(path, target)  # fail: hostile
    for name in os.listdir(target):
        any_kind(os.path.join(target, name), target)


def view():
    unpack(flask.request.files["archive"])
    to_disk(flask.request.files["archive"], "/srv/out")
    Unpacker().unpack(flask.request.files["archive"])
    any_kind("/srv/uploads/" + flask.request.form["name"], "/srv/out")
    limited(flask.request.files["archive"])
    limited_downwards(flask.request.files["archive"])
    Limited().unpack(flask.request.files["archive"], 0)
    flat(flask.request.files["archive"])


def from_anywhere(path):
    for name in zipfile.ZipFile(path).namelist():  # open: unknown
        from_anywhere(name)


def limited(file, depth=0):
    if depth > MAX_DEPTH:
        raise ValueError("too deep")
    archive = zipfile.ZipFile(file)  # pass: how deep archives may lie in each other is compared with a limit
    for name in archive.namelist():
        limited(io.BytesIO(archive.read(name)), depth + 1)


def limited_downwards(file, levels=5):
    with ZipFile(file) as archive:  # pass: how deep archives may lie in each other is compared with a limit
        for name in archive.namelist():
            if 0 < levels:
                limited_downwards(io.BytesIO(archive.read(name)), levels=levels - 1)


class Limited:
    def unpack(self, file, depth):
        archive = ZipFile(file)  # pass: how deep archives may lie in each other is compared with a limit
        if depth >= 2:
            return
        for info in archive.infolist():
            self.unpack(archive.open(info), depth + 1)


def flat(file):
    return zipfile.ZipFile(file).namelist()  # nothing: one level


def pack(folder):
    with zipfile.ZipFile("/srv/out.zip", "w") as archive:  # nothing: written
        for name in os.listdir(folder):
            archive.write(name)
            pack(name)


def own():
    zipfile.ZipFile("words.zip").namelist()  # nothing: the program's own
    own()
