import shutil
import zipfile
import zipfile as z
from zipfile import ZipFile, is_zipfile

import flask


def save():
    upload = flask.request.files["archive"]
    if not zipfile.is_zipfile(upload):  # fail: only
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^
        flask.abort(400)
    upload.save("/srv/uploads/archive.zip")


def store(bucket):
    if is_zipfile(flask.request.stream):  # fail: only
        bucket.put(flask.request.stream)


class Upload:
    def accept(self):
        upload = flask.request.files["plugin"]
        self.is_archive = z.is_zipfile(filename=upload)  # fail: only
        return upload


def kind():
    return "zip" if zipfile.is_zipfile(flask.request.files["archive"]) else None  # open: perhaps


def is_archive():
    return zipfile.is_zipfile(flask.request.files["archive"])  # open: perhaps


def opened():
    upload = flask.request.files["archive"]
    if is_zipfile(upload):  # pass: the archive is opened, which reads its whole directory
        return ZipFile(upload).namelist()


def tested():
    upload = flask.request.files["archive"]
    if not zipfile.is_zipfile(upload):  # pass: the archive is opened, which reads its whole directory
        flask.abort(400)
    with z.ZipFile(upload) as archive:
        return archive.testzip()


def unpacked():
    path = "/srv/uploads/" + flask.request.form["name"]
    if is_zipfile(path):  # pass: the archive is opened, which reads its whole directory
        shutil.unpack_archive(path, "/srv/out")


def handed_on():
    upload = flask.request.files["archive"]
    if zipfile.is_zipfile(upload):  # nothing: another function may open it
        return read(upload)


def read(upload):
    return ZipFile(upload).namelist()


def of_a_path(path):
    return zipfile.is_zipfile(path)  # nothing: where it comes from is not known
