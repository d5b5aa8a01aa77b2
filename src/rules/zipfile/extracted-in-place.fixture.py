import io
import os
import site
import tempfile
import zipfile
from zipfile import ZipFile

import flask
import requests


def working():
    zipfile.ZipFile(flask.request.files["archive"]).extractall()  # fail: working
    with ZipFile(flask.request.files["archive"]) as archive:
        archive.extractall(".")  # fail: working
        #^^^^^^^^^^^^^^^^^^^^^^
        archive.extract("a.txt")  # fail: working
        archive.extractall(None, ["a.txt"])  # fail: working


def places():
    archive = ZipFile(io.BytesIO(requests.get("https://example.org/a.zip").content))
    archive.extractall(os.path.expanduser("~"))  # fail: telling
    archive.extractall("/usr/lib/python3/dist-packages")  # fail: telling
    archive.extractall(site.getsitepackages()[0])  # fail: telling


def handed_in(path):
    ZipFile(path).extractall()  # open: unknown


def fresh():
    archive = ZipFile(flask.request.files["archive"])
    archive.extractall(tempfile.mkdtemp())  # pass: the destination was made for this archive
    with tempfile.TemporaryDirectory() as folder:
        archive.extractall(folder)  # pass: the destination was made for this archive
        archive.extract("a.txt", os.path.join(folder, "a"))  # pass: the destination was made for this archive


def elsewhere(path):
    archive = ZipFile(flask.request.files["archive"])
    archive.extractall("/srv/uploads/1")  # nothing: what lies there is not known
    archive.extractall(path)  # nothing: the caller's choice
    ZipFile("words.zip").extractall()  # nothing: the program's own


class Dentist:
    def extractall(self):
        pass


Dentist().extractall()  # nothing: another method
