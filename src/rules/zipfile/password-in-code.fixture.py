import os
import zipfile
from zipfile import ZipFile

PASSWORD = b"hunter2"


def archive(path):
    with zipfile.ZipFile(path) as opened:
        opened.extractall("/srv/out", pwd=b"hunter2")  # fail: constant
        #                                 ^^^^^^^^^^
        opened.setpassword(PASSWORD)  # fail: constant
        opened.read("a.txt", PASSWORD)  # fail: constant
        opened.open("a.txt", "r", b"hunter2")  # fail: constant
        opened.extract("a.txt", "/srv/out", "hunter2".encode())  # fail: constant


def elsewhere(path):
    archive = ZipFile(path)
    archive.setpassword(os.environ["ZIP_PASSWORD"].encode())  # pass: the password does not stand in the code
    archive.extractall("/srv/out", pwd=os.environb[b"ZIP_PASSWORD"])  # pass: the password does not stand in the code
    with open("/run/secrets/zip", "rb") as secret:
        archive.read("a.txt", pwd=secret.read())  # pass: the password does not stand in the code


def plain(path, password):
    archive = ZipFile(path)
    archive.extractall("/srv/out")  # nothing: no password
    archive.extractall("/srv/out", pwd=None)  # nothing: no password
    archive.read("a.txt", password)  # nothing: the caller gives it


class Account:
    def setpassword(self, password):
        pass


Account().setpassword(b"hunter2")  # nothing: another method
