import io
import zipfile
from zipfile import ZipFile

import flask

LIMIT = 1_000_000


def upload():
    archive = zipfile.ZipFile(flask.request.files["archive"])
    archive.read("data.csv")  # fail: hostile
    #^^^^^^^^^^^^^^^^^^^^^^^
    for name in archive.namelist():
        archive.read(name, b"password")  # fail: hostile
    with archive.open("data.csv") as member:
        member.read()  # fail: hostile
    archive.open("data.csv").read(-1)  # fail: hostile
    return ZipFile(io.BytesIO(flask.request.data)).open("a").readlines()  # fail: hostile


def handed_in(path):
    with ZipFile(path) as archive:
        archive.read("data.csv")  # open: unknown
        archive.open("data.csv").read()  # open: unknown


def bounded(size):
    with ZipFile(flask.request.files["archive"]) as archive:
        archive.open("data.csv").read(LIMIT + 1)  # pass: at most a fixed number of bytes is read
        with archive.open("data.csv") as member:
            member.read(4096)  # pass: at most a fixed number of bytes is read
            member.read(size)  # nothing: the caller's bound


def checked():
    with ZipFile(flask.request.files["archive"]) as archive:
        info = archive.getinfo("data.csv")
        if info.file_size > LIMIT:
            raise ValueError("too large")
        return archive.read(info)  # pass: the size of the member is compared with a limit before


def own():
    ZipFile("words.zip").read("words.txt")  # nothing: the program's own
    with ZipFile("out.zip", "w") as archive:
        archive.writestr("a.txt", "hello")  # nothing: written


class Teacher:
    def read(self, book):
        pass


Teacher().read(flask.request.args["book"])  # nothing: another method
