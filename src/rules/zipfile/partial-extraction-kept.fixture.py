import logging
import os
import shutil
import sys
import tempfile
import zipfile
import zlib
from zipfile import BadZipFile, ZipFile

import flask


def unpack(path):
    try:
        zipfile.ZipFile(path).extractall("/srv/plugins")  # fail: kept
        #^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    except zipfile.BadZipFile:
        pass
    return os.listdir("/srv/plugins")


def unpack_each(path, target):
    with ZipFile(path) as archive:
        for info in archive.infolist():
            try:
                archive.extract(info, path=target)  # fail: kept
            except (BadZipFile, zlib.error) as error:
                logging.warning("%s", error)


def unpack_any(path):
    try:
        shutil.unpack_archive(path, "/srv/plugins")  # fail: kept
    except Exception:
        logging.exception("not unpacked")
    load()


class Installer:
    def __init__(self, path):
        self.archive = ZipFile(path)

    def install(self):
        try:
            self.archive.extractall()  # fail: kept
        except:
            print("not installed")

    def update(self):
        try:
            self.archive.extractall()  # open: perhaps
        except BadZipFile:
            self.failed = True


def given_up(path):
    try:
        ZipFile(path).extractall("/srv/plugins")  # open: perhaps
    except RuntimeError:
        return False
    return True


def stopped(path):
    try:
        ZipFile(path).extractall("/srv/plugins")  # open: perhaps
    except OSError as error:
        sys.exit(str(error))


def removed(path, target):
    try:
        ZipFile(path).extractall(target)  # pass: what was extracted is removed when something fails
    except BadZipFile:
        shutil.rmtree(target)


def removed_one(path, name):
    try:
        ZipFile(path).extract(name, "/srv/plugins")  # pass: what was extracted is removed when something fails
    except Exception:
        os.unlink(os.path.join("/srv/plugins", name))


def apart(path):
    target = tempfile.mkdtemp()
    try:
        ZipFile(path).extractall(target)  # pass: the destination was made for this archive
    except BadZipFile:
        return None
    os.replace(target, "/srv/plugins")


def apart_in_a_with(path):
    with tempfile.TemporaryDirectory() as target:
        try:
            shutil.unpack_archive(path, extract_dir=target)  # pass: the destination was made for this archive
        except Exception:
            logging.exception("not unpacked")


def raised(path):
    try:
        ZipFile(path).extractall("/srv/plugins")  # nothing: the caller hears of it
    except BadZipFile as error:
        raise ValueError(path) from error


def own():
    try:
        ZipFile("words.zip").extractall("/srv/words")  # nothing: the program's own
    except BadZipFile:
        pass


def not_caught(path):
    ZipFile(path).extractall("/srv/plugins")  # nothing: nobody goes on
