import os
import zipfile
from zipfile import ZipFile

import flask


def pack():
    name = flask.request.args["name"]
    with zipfile.ZipFile("out.zip", "w") as archive:
        archive.write("report.pdf", name)  # fail: hostile
        #                           ^^^^
        archive.write("report.pdf", arcname=f"{name}/report.pdf")  # fail: hostile
        archive.writestr(flask.request.form["file"], "hello")  # fail: hostile


def base_name():
    with ZipFile("out.zip", "w") as archive:
        archive.write("report.pdf", os.path.basename(flask.request.args["name"]))  # pass: only the last part of the name is used
        archive.writestr(os.path.basename(flask.request.form["file"]), "a")  # pass: only the last part of the name is used
        archive.write("a.txt", arcname=os.path.basename(flask.request.args["name"]))  # pass: only the last part of the name is used


def checked(name):
    with ZipFile("out.zip", "w") as archive:
        kind = flask.request.args["kind"]
        if kind not in ("a", "b"):
            raise ValueError(kind)
        archive.write("report.pdf", kind)  # nothing: checked
        archive.write("report.pdf", "report.pdf")  # nothing: constant
        archive.write("report.pdf", name)  # nothing: the caller's choice
        archive.writestr("note.txt", flask.request.args["note"])  # nothing: contents, not a name


def copied(source):
    with ZipFile(flask.request.files["archive"]) as old, ZipFile("out.zip", "w") as archive:
        for name in old.namelist():
            archive.writestr(name, old.read(name))  # nothing: keeps its name


class Author:
    def write(self, page, name):
        pass


Author().write("report.pdf", flask.request.args["name"])  # nothing: another method
