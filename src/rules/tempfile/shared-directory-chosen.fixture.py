import os
import tempfile

import flask


def chosen():
    tempfile.tempdir = flask.request.args["directory"]  # fail: hostile
    #                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    os.environ["TMPDIR"] = f"/srv/{flask.request.args['user']}"  # fail: hostile
    tempfile.tempdir = "."  # fail: working
    tempfile.tempdir = os.getcwd()  # fail: working
    os.environ["TEMP"] = ""  # fail: working


def handed_in(directory):
    tempfile.tempdir = directory  # open: unknown


def own():
    tempfile.tempdir = tempfile.mkdtemp()  # pass: the directory was made for this process alone
    os.environ["TMPDIR"] = tempfile.mkdtemp(prefix="app")  # pass: the directory was made for this process alone
    with tempfile.TemporaryDirectory() as folder:
        tempfile.tempdir = folder  # pass: the directory was made for this process alone


def ordinary():
    tempfile.tempdir = None  # nothing: the default
    tempfile.tempdir = "/srv/app/work"  # nothing: a directory of its own
    tempfile.tempdir = os.environ["APP_TMP"]  # nothing: the environment decides anyway
    os.environ["HOME"] = "."  # nothing: another variable
    tempfile.mkstemp(dir="/srv/app/work")  # nothing: one file


class Weather:
    tempdir = None


Weather.tempdir = "."  # nothing: another attribute
