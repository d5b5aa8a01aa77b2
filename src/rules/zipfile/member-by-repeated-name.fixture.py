import zipfile
from zipfile import ZipFile

import flask

LIMIT = 1 << 20


def read():
    archive = zipfile.ZipFile(flask.request.files["archive"])
    for info in archive.infolist():
        if info.file_size > LIMIT:
            raise ValueError("too large")
        yield archive.read(info.filename)  # fail: another
        #                  ^^^^^^^^^^^^^


def extract():
    with ZipFile(flask.request.files["archive"]) as archive:
        for info in archive.infolist():
            if info.external_attr >> 28 == 0xA:
                continue
            archive.extract(member=info.filename, path="/srv/out")  # fail: another


class Reader:
    def open(self):
        archive = ZipFile(file=flask.request.files["archive"])
        for member in archive.filelist:
            if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                raise ValueError(member)
            name = member.filename
            with archive.open(name, "r") as file:  # fail: another
                yield file.read(LIMIT)


def listed():
    archive = zipfile.ZipFile(flask.request.files["archive"])
    return [archive.read(info.filename) for info in archive.infolist() if info.file_size < LIMIT]  # fail: another


def handed_in(archive: zipfile.ZipFile):
    for info in archive.infolist():
        if info.file_size < LIMIT:
            archive.read(info.filename)  # open: unknown


def whole():
    archive = zipfile.ZipFile(flask.request.files["archive"])
    for info in archive.infolist():
        if info.file_size > LIMIT:
            raise ValueError("too large")
        archive.read(info)  # pass: the member itself is handed over, not its name


def whole_by_keyword():
    with ZipFile(flask.request.files["archive"]) as archive:
        for info in archive.infolist():
            if info.compress_size * 100 < info.file_size:
                raise ValueError("too large")
            archive.extract(member=info, path="/srv/out")  # pass: the member itself is handed over, not its name
            archive.open(info)  # pass: the member itself is handed over, not its name


def no_twins():
    archive = zipfile.ZipFile(flask.request.files["archive"])
    seen = set()
    for info in archive.infolist():
        if info.filename in seen:
            raise ValueError("twice")
        seen.add(info.filename)
        if info.file_size < LIMIT:
            archive.read(info.filename)  # pass: names that occur twice are refused


def unchecked():
    archive = zipfile.ZipFile(flask.request.files["archive"])
    for info in archive.infolist():
        archive.read(info.filename)  # nothing: nothing was checked


def own():
    archive = zipfile.ZipFile("words.zip")
    for info in archive.infolist():
        if info.file_size < LIMIT:
            archive.read(info.filename)  # nothing: the program's own
