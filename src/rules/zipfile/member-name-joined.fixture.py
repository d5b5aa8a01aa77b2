import os
import shutil
import zipfile
from pathlib import Path
from zipfile import ZipFile

import flask


def upload(destination):
    with zipfile.ZipFile(flask.request.files["archive"]) as archive:
        for info in archive.infolist():
            path = os.path.join("/srv", info.filename)
            with open(path, "wb") as out:  # fail: joined
                #     ^^^^
                out.write(archive.read(info))
        for name in archive.namelist():
            with open("/srv/" + name, "wb") as out:  # fail: joined
                shutil.copyfileobj(archive.open(name), out)
            Path("/srv", name).write_bytes(archive.read(name))  # fail: joined
            (Path("/srv") / name).write_bytes(archive.read(name))  # fail: joined
            os.makedirs(f"/srv/{name}", exist_ok=True)  # fail: joined


def handed_in(archive: ZipFile):
    for info in archive.infolist():
        with open(os.path.join("/srv", info.filename), "wb") as out:  # open: unknown
            out.write(archive.read(info))


def contained():
    root = os.path.realpath("/srv/uploads")
    with ZipFile(flask.request.files["archive"]) as archive:
        for info in archive.infolist():
            path = os.path.realpath(os.path.join(root, info.filename))
            if os.path.commonpath([root, path]) != root:
                raise ValueError(info.filename)
            with open(path, "wb") as out:  # pass: the path is checked to lie in the destination
                out.write(archive.read(info))
            os.makedirs(os.path.dirname(path), exist_ok=True)  # pass: the path is checked to lie in the destination


def base_name():
    with ZipFile(flask.request.files["archive"]) as archive:
        for info in archive.infolist():
            with open(os.path.join("/srv", os.path.basename(info.filename)), "wb") as out:  # pass: only the last part of the name is used
                out.write(archive.read(info))


def extracted():
    with ZipFile(flask.request.files["archive"]) as archive:
        for info in archive.infolist():
            archive.extract(info, "/srv/uploads")  # nothing: extract cleans the name
            print(os.path.join("/srv", info.filename))  # nothing: only shown
            with open("/srv/log", "a") as log:  # nothing: a fixed file
                log.write(info.filename)
        if "manifest" in archive.namelist():
            open("/srv/manifest", "wb").write(archive.read("manifest"))  # nothing: a fixed file


class Person:
    filename = "x"


def unrelated(person: Person):
    open(os.path.join("/srv", person.filename), "wb")  # nothing: no archive


def copied():
    archive = ZipFile(flask.request.files["archive"])
    for info in archive.infolist():
        open(os.path.join("/srv/uploads", info.filename), "wb").write(archive.read(info))  # fail: joined
    for name in archive.namelist():
        open(os.path.join("/srv/uploads", name), "wb").write(archive.read(name))  # fail: joined
        open(os.path.join("/srv/uploads", name), "wb").write(archive.read(name)[:10])  # fail: joined


def copied_after_a_look():
    archive = ZipFile(flask.request.files["archive"])
    if sum(info.file_size for info in archive.infolist()) > 1_000_000:
        raise ValueError
    for info in archive.infolist():
        if len(info.filename) > 100:
            raise ValueError
        open(os.path.join("/srv/uploads", info.filename), "wb").write(archive.read(info))  # fail: joined
    for name in archive.namelist():
        if len(name) > 100:
            raise ValueError
        open(os.path.join("/srv/uploads", name), "wb").write(archive.read(name))  # fail: joined


# file: tool.py
import os
import shutil
import zipfile


def unzip(path, root):
    archive = zipfile.ZipFile(path)
    files = [name for name in archive.namelist() if not name.endswith("/")]
    for at, name in enumerate(files):
        target = os.path.join(root, *name.split("/"))
        with open(target, "wb") as out, archive.open(name) as member:  # open: unknown
            shutil.copyfileobj(member, out)


def inert(path, root):
    archive = zipfile.ZipFile(path)
    for at, name in enumerate(archive.namelist()):
        target = os.path.join(root, "%d.bin" % at)
        with open(target, "wb") as out, archive.open(name) as member:  # nothing: numbered
            shutil.copyfileobj(member, out)
