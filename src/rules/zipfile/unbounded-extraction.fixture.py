import io
import os
import shutil
import zipfile
from zipfile import ZipFile

import flask
import requests

HERE = os.path.dirname(__file__)


def upload():
    with zipfile.ZipFile(flask.request.files["archive"]) as archive:
        archive.extractall("/srv/uploads")  # fail: hostile
        #^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    ZipFile(io.BytesIO(flask.request.data)).extractall(path="/srv/uploads")  # fail: hostile


def download():
    answer = requests.get("https://example.org/data.zip", timeout=5)
    archive = ZipFile(io.BytesIO(answer.content))
    for name in archive.namelist():
        archive.extract(name, "/srv/data")  # fail: hostile


def by_name():
    shutil.unpack_archive("/srv/uploads/" + flask.request.args["archive"], "/srv/data")  # fail: hostile


def handed_in(path):
    with ZipFile(path) as archive:
        archive.extractall("/srv/data")  # open: unknown
    shutil.unpack_archive(path, "/srv/data")  # open: unknown


def checked():
    with ZipFile(flask.request.files["archive"]) as archive:
        if sum(member.file_size for member in archive.infolist()) > 50_000_000:
            raise ValueError("the archive is too large")
        archive.extractall("/srv/uploads")  # pass: the sizes of the members are compared with a limit before


def checked_each():
    archive = ZipFile(flask.request.files["archive"])
    for member in archive.infolist():
        if member.file_size > 1_000_000:
            raise ValueError(member.filename)
        archive.extract(member, "/srv/uploads")  # pass: the sizes of the members are compared with a limit before


def own():
    ZipFile(os.path.join(HERE, "words.zip")).extractall("/srv/words")  # pass: the archive is the program’s own
    with ZipFile("words.zip") as archive:
        archive.extractall("/srv/words")  # pass: the archive is the program’s own


def listed():
    ZipFile(flask.request.files["archive"]).namelist()  # nothing: unpacks nothing
    ZipFile(flask.request.files["archive"]).testzip()  # nothing: keeps nothing


class Dentist:
    def extractall(self, teeth):
        pass


Dentist().extractall(flask.request.data)  # nothing: another method
# file: unpack.sh
#!/bin/sh
python3 -m zipfile -e "$1" /srv/incoming  # open: unknown
python3 -m zipfile --extract /srv/spool/new.zip /srv/incoming  # open: unknown
python3 -m zipfile -l "$1"  # nothing: lists
python3 -m zipfile -c out.zip notes  # nothing: packs
# file: Dockerfile
FROM python:3.12
RUN python -m zipfile -e tools.zip /opt  # nothing: while the image is built
